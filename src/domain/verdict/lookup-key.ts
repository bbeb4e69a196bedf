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
 * birth follow, and the old card where they find nobody or the row lacks one of them. Any candidate at all ends the search: a number that
 * belongs to somebody else is a finding, and looking on would hide it.
 */
export function nextLookup(prepared: PreparedResident, answered: LookupKey): LookupKey | null {
  const byName = byNameAndBirth(prepared);
  // Without a number the card was asked first.
  if (prepared.number.state !== 'USABLE') return answered.by === 'OLD_CARD' ? byName : null;
  if (answered.by === 'NUMBER' && byName !== null) return byName;
  const cardIsLeft = answered.by !== 'OLD_CARD' && prepared.oldCard !== null;
  return cardIsLeft ? { by: 'OLD_CARD', number: prepared.oldCard! } : null;
}

function byNameAndBirth(prepared: PreparedResident): LookupKey | null {
  if (prepared.name.state !== 'USABLE' || prepared.birth.state !== 'USABLE') return null;
  return { by: 'NAME_AND_BIRTH', name: prepared.name.value.normal, birth: prepared.birth.value };
}
