/** The groups of fields that rules look at. */
import { Field } from '../../table/column-mapping';

export const ALL: readonly Field[] = Object.values(Field);
export const NAME: readonly Field[] = [Field.name];
export const WORDS: readonly Field[] = [Field.name, Field.address];
export const DATE: readonly Field[] = [Field.birthDate];
export const NUMBERS: readonly Field[] = [Field.number, Field.oldCardNumber];
export const PHONE: readonly Field[] = [Field.phone];
export const ADDRESS: readonly Field[] = [Field.address];
export const SEX: readonly Field[] = [Field.sex];
