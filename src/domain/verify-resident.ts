/** The contract of a verification, for connectors and processors: prepare a row, ask for its key, judge it by the answer. */
export { isJanuaryFirstHeaped, type PartialDate } from './birth-date';
export { CloseKind, FieldClass, type FieldOutcome } from './field-outcome';
export { judgeResident, judgeUnavailable } from './judge-resident';
export { firstLookup, nextLookup, type LookupKey } from './lookup-key';
export { prepareResident, type PrepareOptions } from './prepare-resident';
export { type PreparedResident, type RegisterPerson, type ResidentRecord } from './resident';
export { Sex } from './sex';
export { ReasonCode, Verdict, type Verification } from './verdict';
