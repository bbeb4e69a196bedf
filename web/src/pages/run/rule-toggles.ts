/** Which rules a cleansing used, which of them the reader turned over, and what to ask for because of it. */
import {
  type CleanseRulesInput,
  type CleanseRulesQuery,
  type RuleMode,
  type RunRulesQuery,
} from '../../../generated/types';
import { type Bilingual } from '../../shared/language';

export type Rules = NonNullable<NonNullable<RunRulesQuery['run']>['rules']>;
type Counts = NonNullable<RunRulesQuery['run']>['changeCounts'];
export type Catalogue = CleanseRulesQuery['cleanseRules'];

export interface UsedRule {
  readonly rule: string;
  readonly title: Bilingual;
  readonly count: number;
  /** How this run used it. */
  readonly mode: RuleMode;
}

/** Rules that did something, the busiest first; then those that were switched off. */
export function usedRules(rules: Rules | null, counts: Counts, catalogue: Catalogue): UsedRule[] {
  const modes = new Map(rules?.modes.map(({ rule, mode }) => [rule, mode]));
  const tallies = new Map<string, number>();
  for (const { rule, count } of counts) tallies.set(rule, (tallies.get(rule) ?? 0) + count);
  return catalogue
    .map(({ id, title, mode }) => ({
      rule: id,
      title,
      count: tallies.get(id) ?? 0,
      mode: modes.get(id) ?? mode,
    }))
    .filter(({ count, mode }) => count > 0 || mode === 'OFF')
    .sort((one, other) => other.count - one.count);
}

/** The rules of the run with those of `turned` turned over: off, or on again as the catalogue has it. */
export function rulesAfter(
  rules: Rules,
  turned: ReadonlySet<string>,
  catalogue: Catalogue,
): CleanseRulesInput {
  const modes = new Map<string, RuleMode>(rules.modes.map(({ rule, mode }) => [rule, mode]));
  for (const { id, mode } of catalogue) {
    if (!turned.has(id)) continue;
    modes.set(id, (modes.get(id) ?? mode) === 'OFF' ? mode : 'OFF');
  }
  return { pack: rules.pack, modes: [...modes].map(([rule, mode]) => ({ rule, mode })) };
}
