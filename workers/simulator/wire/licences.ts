/** Answers for who may ask for what: conventions of the simulator, since the real licences are not public. */
import { type Refusal, refusal } from './refusal';

/** Groups of fields; each operation needs one, and answers show only what the purpose covers. */
export const GRANTS = ['IDENTITY', 'RESIDENCE', 'FAMILY', 'SENSITIVE', 'LIST'] as const;
export type Grant = (typeof GRANTS)[number];

const RULES: readonly (readonly [prefix: string, grants: readonly Grant[]])[] = [
  ['CHUA-CAP-PHEP', []],
  ['DAC-BIET-', GRANTS],
  ['G15-', ['IDENTITY', 'RESIDENCE', 'FAMILY']],
  ['HUB06-', ['IDENTITY', 'RESIDENCE', 'FAMILY']],
  ['DOI_SOAT', ['IDENTITY', 'RESIDENCE']],
  ['RA_SOAT', ['IDENTITY', 'RESIDENCE']],
  ['CHI_TRA', ['IDENTITY', 'RESIDENCE']],
  ['CAP_GIAY_TO', ['IDENTITY', 'RESIDENCE']],
  ['', ['IDENTITY']],
];

/** What a purpose (MaDVC) covers; a purpose that is missing covers nothing. */
export function grantsOf(purpose: string): readonly Grant[] {
  if (purpose === '') return [];
  return (RULES.find(([prefix]) => purpose.startsWith(prefix)) as (typeof RULES)[number])[1];
}

export function mayAsk(purpose: string, officer: string, grant: Grant): Refusal | null {
  if (!grantsOf(purpose).includes(grant)) return refusal('NO_LICENCE', 'this procedure is not licensed');
  if (officer === '' || officer.startsWith('khong-quyen'))
    return refusal('NO_RIGHT', 'this officer has no right');
  return null;
}
