/** Makes the settings of a cleansing out of what a caller asked for. */
import { findPackProblems, type RulePack } from '../domain/cleanse/rule-pack';
import { refuse, type Refusal } from '../domain/refusal';
import { DEFAULT_PACK, findRulePack } from '../services/reference/rule-packs';
import { type CleanseRulesInput } from './types/change.type';

/** Single switches go before the pack. */
export function chooseRules(
  asked: CleanseRulesInput | null | undefined,
): { readonly pack: RulePack } | Refusal {
  const pack = findRulePack(asked?.pack ?? DEFAULT_PACK);
  if (pack === null) return refuse('RULE_PACK_NOT_FOUND');
  const switched = Object.fromEntries((asked?.modes ?? []).map(({ rule, mode }) => [rule, mode]));
  const modes = { ...pack.modes, ...switched };
  return findPackProblems(modes).length > 0
    ? refuse('RULE_MODE_NOT_ALLOWED')
    : { pack: { id: pack.id, modes } };
}
