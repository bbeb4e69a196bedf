/** Decides which question to put to the register for a row, and which one next when the first found nobody. */
import { type LookupKey, type PreparedResident } from '../resident/resident';

export { type LookupKey };

/** The strongest key of the row: personal number, else old card number, else name with birth date, else null (INSUFFICIENT). */
export function firstLookup(prepared: PreparedResident): LookupKey | null {
  if (prepared.number.state === 'USABLE') return { by: 'NUMBER', number: prepared.number.value };
  if (prepared.oldCard !== null) return { by: 'OLD_CARD', number: prepared.oldCard };
  return byNameAndBirth(prepared);
}

/**
 * The next question after `answered` found nobody, or null when there is none. A number that finds nobody may be mistyped, so name and
 * birth follow; the old card is the way out when the row lacks one of those. Any candidate at all ends the search: a number that
 * belongs to somebody else is a finding, and looking on would hide it.
 */
export function nextLookup(prepared: PreparedResident, answered: LookupKey): LookupKey | null {
  if (answered.by === 'NAME_AND_BIRTH') return null;
  const byName = byNameAndBirth(prepared);
  if (byName !== null || answered.by === 'OLD_CARD' || prepared.oldCard === null) return byName;
  return { by: 'OLD_CARD', number: prepared.oldCard };
}

function byNameAndBirth(prepared: PreparedResident): LookupKey | null {
  if (prepared.name.state !== 'USABLE' || prepared.birth.state !== 'USABLE') return null;
  return { by: 'NAME_AND_BIRTH', name: prepared.name.value.normal, birth: prepared.birth.value };
}
