/** Answers for which part of a cell's name draws belongs to one clan (same surname) or one people (same way of naming). */
import { type Cells, provinceOf, sexOf, sizeOf, yearOf } from './cells';
import { hash, uniform } from './hash';
import { type Choice, type ChoiceTree, type Interval, positionOf } from './names/choice-tree';
import { cohortOf } from './names/given-names';
import { type NameBook, nameBook, type StylePart, STYLES } from './names/name-book';
import { permute, unpermute } from './permutation';
import { type Register, type RegisterKeys } from './register';

export interface Clan {
  readonly part: StylePart;
  /** Position of the surname among the style's surnames; -1 for the whole people. */
  readonly surname: number;
}

const { floor } = Math;

/** Peoples of the Central Highlands hand on no surname in front of the name, and clans go by the mother. */
const WITHOUT_SURNAMES = STYLES.indexOf('TAY_NGUYEN');

export class Clans {
  private readonly cells: Cells;
  private readonly keys: RegisterKeys;
  private readonly book: NameBook = nameBook();

  constructor(register: Register) {
    this.cells = register.cells;
    this.keys = register.keys;
  }

  /** Place of a person in the order of name draws of the cell. */
  placeOf(cell: number, index: number): number {
    const start = this.cells.starts[cell] as number;
    return permute(index - start, sizeOf(this.cells, cell), hash(this.keys.nameOrder, start));
  }

  indexAt(cell: number, place: number): number {
    const start = this.cells.starts[cell] as number;
    return start + unpermute(place, sizeOf(this.cells, cell), hash(this.keys.nameOrder, start));
  }

  private draw(cell: number, place: number): number {
    const start = this.cells.starts[cell] as number;
    return (place + uniform(this.keys.nameShake, start + place)) / sizeOf(this.cells, cell);
  }

  /** The first place of a cell whose draw is not below `edge`. */
  firstPlace(cell: number, edge: number): number {
    const size = sizeOf(this.cells, cell);
    const place = floor(edge * size);
    if (place >= size) return size;
    return this.draw(cell, place) >= edge ? place : place + 1;
  }

  /** The people (way of naming) of a person. */
  peopleOf(cell: number, index: number): Clan {
    return { part: this.partAt(cell, this.draw(cell, this.placeOf(cell, index))), surname: -1 };
  }

  /** The clan of a person, null for the few whose name hides it. */
  clanOf(cell: number, index: number): Clan | null {
    const draw = this.draw(cell, this.placeOf(cell, index));
    const part = this.partAt(cell, draw);
    if (part.style === WITHOUT_SURNAMES) return { part, surname: -1 };
    const surnames = this.surnamesOf(cell, part);
    const inner = ((draw - part.from) / part.share - surnames.from) / (surnames.to - surnames.from);
    if (inner < 0 || inner >= 1) return null;
    return { part, surname: positionOf(surnames.tree, inner) };
  }

  /** The part of [0, 1) that a clan has in another cell of the same province. */
  intervalIn(cell: number, { part, surname }: Clan): Interval {
    if (surname < 0) return { from: part.from, to: part.from + part.share };
    const { tree, from, to } = this.surnamesOf(cell, part);
    const at = (share: number): number => part.from + part.share * (from + (to - from) * share);
    return {
      from: at(surname === 0 ? 0 : (tree.ends[surname - 1] as number)),
      to: at(tree.ends[surname] as number),
    };
  }

  private partAt(cell: number, draw: number): StylePart {
    const parts = this.book.parts[provinceOf(this.cells, cell)] as readonly StylePart[];
    for (let at = parts.length - 1; at > 0; at -= 1)
      if (draw >= (parts[at] as StylePart).from) return parts[at] as StylePart;
    return parts[0] as StylePart;
  }

  /** The level of a style's tree at which the surname is chosen, and the part of the style's draws that reaches it. */
  private surnamesOf(cell: number, { style }: StylePart): Interval & { readonly tree: ChoiceTree } {
    const tree = this.book.styleTree(style, sexOf(this.cells, cell), cohortOf(yearOf(this.cells, cell)));
    const first = tree.choices[0] as Choice;
    if (first.words.length > 0 || first.next === null) return { tree, from: 0, to: 1 };
    return { tree: first.next, from: 0, to: tree.ends[0] as number };
  }
}
