/** The rules that derive statuses, by the code that is stored with a cell. */
import { HELD_RULE } from '../domain/matrix/cell-status';
import { INDICATOR_RULE } from '../domain/indicator/indicator-score';
import { VERIFICATION_RULE } from '../domain/matrix/matrix-status';

const RULES = [VERIFICATION_RULE, INDICATOR_RULE, HELD_RULE];

/** A rule of an earlier version, which nobody knows any more, is at least named. */
export function findStatusRule(code: string): {
  readonly code: string;
  readonly words: { readonly vi: string; readonly en: string };
} {
  return RULES.find((rule) => rule.code === code) ?? { code, words: { vi: code, en: code } };
}
