/** What only many rows together show: how a column writes dates and sexes, which day stands for unknown ones, what was cut off. */
import { type Field } from '../table/column-mapping';
import { type Sex } from '../resident/sex';

export interface BatchFacts {
  /** Month before day in this file (rule D02); day first is the norm. */
  readonly monthFirst: boolean;
  /** 1 January stands for unknown days (rule D07). */
  readonly januaryHeaped: boolean;
  /** Decades of birth in which a 1 January that the register contradicts stands for an unknown day; absent from files read before it was counted. */
  readonly standInDecades?: readonly number[];
  /** What a code in the sex column means, where the personal numbers prove it (rule X01). */
  readonly sexCodes: Readonly<Record<string, Sex>>;
  /** Length at which the cells of a field were cut off (rule X06). */
  readonly cutAt: Readonly<Partial<Record<Field, number>>>;
}

export const NO_FACTS: BatchFacts = {
  monthFirst: false,
  januaryHeaped: false,
  standInDecades: [],
  sexCodes: {},
  cutAt: {},
};
