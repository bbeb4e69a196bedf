/** Answers for the names of the register: which tree a person's name is drawn from, and where a wanted name lies in it. */
import { OLD_PROVINCES, type OldProvince, type Region } from '../provinces';
import { MALE, type SexCode } from '../pyramid';
import { PROVINCE_WEIGHTS } from '../units';
import {
  type Choice,
  type ChoiceTree,
  choiceTree,
  type Interval,
  intervalsOf,
  type TailMemo,
  withoutText,
} from './choice-tree';
import {
  COHORTS,
  commonMiddle,
  givenNames,
  middleNames,
  wordCountShares,
  type WeightedText,
} from './given-names';
import { MINORITY_SHARES, MINORITY_STYLES, minorityPatterns, type MinorityStyle } from './minority-names';
import { surnamesOf } from './surnames';
import { wordsOf } from './word';

const REGIONS: readonly Region[] = ['NORTH', 'NGHE', 'CENTRE', 'SOUTH'];
/** Surnames that a mother may hand on as the second word of a name of four. */
const MOTHER_SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Phan', 'Đặng', 'Bùi', 'Đỗ'];

function minorityShare(province: OldProvince): number {
  return Object.values(MINORITY_SHARES[province.code] ?? {}).reduce((sum, share) => sum + share, 0);
}

/** Share of the nation that is named after the Kinh tree. */
function nationalKinhShare(): number {
  const total = PROVINCE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  const minority = OLD_PROVINCES.reduce(
    (sum, province, position) => sum + minorityShare(province) * (PROVINCE_WEIGHTS[position] as number),
    0,
  );
  return 1 - minority / total;
}

const leaf = (entries: readonly WeightedText[], next: ChoiceTree | null = null): Choice[] =>
  entries.map(({ text, weight }) => ({ words: wordsOf(text), weight, next }));

/** Everything after the surname: word count, middle names, given name; a word never stands twice in a row. */
function kinhTail(sex: SexCode, cohort: number): ChoiceTree {
  const given = choiceTree(leaf(givenNames(sex, cohort)));
  const middles = middleNames(sex);
  const common = commonMiddle(sex, cohort);
  const commonFirst = (share: number, next: ChoiceTree): Choice => ({
    words: wordsOf(common.text),
    weight: share * 100,
    next,
  });
  const middle = (text: string, weight: number, next: ChoiceTree): Choice => ({
    words: wordsOf(text),
    weight,
    next,
  });
  const onlyMiddles = choiceTree(
    middles.map(({ text, weight }) => middle(text, weight, withoutText(given, text))),
  );
  const three = choiceTree([
    commonFirst(common.share, given),
    ...middles.map(({ text, weight }) => middle(text, weight * (1 - common.share), withoutText(given, text))),
  ]);
  const four = choiceTree([
    commonFirst(sex === MALE ? common.share * 0.3 : common.share, onlyMiddles),
    ...leaf(
      MOTHER_SURNAMES.map((text) => ({ text, weight: 2.5 })),
      onlyMiddles,
    ),
    ...middles.map(({ text, weight }) =>
      middle(text, weight * 0.75 * (1 - common.share), withoutText(onlyMiddles, text)),
    ),
  ]);
  const five = choiceTree(
    leaf(
      MOTHER_SURNAMES.map((text) => ({ text, weight: 1 })),
      four,
    ),
  );
  const shares = wordCountShares(sex, cohort) as [number, number, number, number];
  return choiceTree(
    [given, three, four, five].map((next, position) => ({
      words: [],
      weight: shares[position] as number,
      next,
    })),
  );
}

function minorityTree(style: MinorityStyle, sex: SexCode): ChoiceTree {
  return choiceTree(
    minorityPatterns(style, sex).map(({ weight, parts }) => {
      const chain = [...parts].reverse().reduce<ChoiceTree | null>(
        (next, texts) =>
          choiceTree(
            leaf(
              texts.map((text) => ({ text, weight: 1 })),
              next,
            ),
          ),
        null,
      );
      return { words: [], weight, next: chain };
    }),
  );
}

/** One of the ten ways to build names: the Kinh way of a region, or a minority's. */
export interface StylePart {
  readonly style: number;
  /** The part of [0, 1) that a province gives to this style. */
  readonly from: number;
  readonly share: number;
}

export interface NameBook {
  /** The tree of a province, sex and cohort; its levels are the style, where there are several, then the surname or the pattern. */
  tree(province: number, sex: SexCode, cohort: number): ChoiceTree;
  /** The styles of each province, the same for both sexes and all cohorts. */
  readonly parts: readonly (readonly StylePart[])[];
  styleTree(style: number, sex: SexCode, cohort: number): ChoiceTree;
}

/** Names of the styles by number. */
export const STYLES = [...REGIONS, ...MINORITY_STYLES] as const;

let book: NameBook | null = null;

/** The book is the same for every register of a process; each of its trees is built when the first name is drawn from it. */
export function nameBook(): NameBook {
  book ??= buildNameBook();
  return book;
}

function buildNameBook(): NameBook {
  const kinhShare = nationalKinhShare();
  const parts = OLD_PROVINCES.map(partsOf);
  const kinhTailOf = builtOnce((_, sex, cohort) => kinhTail(sex, cohort));
  const kinhTree = builtOnce((style, sex, cohort) => {
    const surnames = surnamesOf(REGIONS[style]!, kinhShare).map(({ text, percent }) => ({
      text,
      weight: percent,
    }));
    return choiceTree(leaf(surnames, kinhTailOf(0, sex, cohort)));
  });
  // Names of minorities are the same for all years of birth.
  const minority = builtOnce((style, sex) => minorityTree(STYLES[style] as MinorityStyle, sex));
  const styleTree: TreeOf = (style, sex, cohort) =>
    style < REGIONS.length ? kinhTree(style, sex, cohort) : minority(style, sex, 0);
  const tree = builtOnce((province, sex, cohort) => {
    const own = parts[province] as readonly StylePart[];
    if (own.length === 1) return styleTree((own[0] as StylePart).style, sex, cohort);
    return choiceTree(
      own.map(({ style, share }) => ({ words: [], weight: share, next: styleTree(style, sex, cohort) })),
    );
  });
  return { tree, parts, styleTree };
}

type TreeOf = (place: number, sex: SexCode, cohort: number) => ChoiceTree;

function builtOnce(build: TreeOf): TreeOf {
  const built: (ChoiceTree | undefined)[] = [];
  return (place, sex, cohort) => (built[slot(place, sex, cohort)] ??= build(place, sex, cohort));
}

function partsOf(province: OldProvince): StylePart[] {
  const kinh = { style: STYLES.indexOf(province.region), from: 0, share: 1 - minorityShare(province) };
  let from = kinh.share;
  const minorities = Object.entries(MINORITY_SHARES[province.code] ?? {}).map(([style, share]) => {
    const part = { style: STYLES.indexOf(style as MinorityStyle), from, share };
    from += share;
    return part;
  });
  return [kinh, ...minorities];
}

function slot(place: number, sex: SexCode, cohort: number): number {
  return (place * 2 + sex - 1) * COHORTS + cohort;
}

/** Where one wanted name lies in the trees of each style, for one cohort; worked out when first asked for. */
export class WantedName {
  private readonly byStyle: (readonly Interval[])[] = [];
  private readonly tails: TailMemo = new Map();

  constructor(
    private readonly names: NameBook,
    private readonly words: readonly string[],
    private readonly cohort: number,
  ) {}

  intervals(style: number, sex: SexCode): readonly Interval[] {
    const place = style * 2 + sex - 1;
    const known = this.byStyle[place];
    if (known !== undefined) return known;
    const found: Interval[] = [];
    intervalsOf(this.names.styleTree(style, sex, this.cohort), this.words, found, this.tails);
    this.byStyle[place] = found;
    return found;
  }
}
