/** Who acts: the key that signed the request, what its role may do, and which locality it may see. */

export const Role = { VIEWER: 'VIEWER', OPERATOR: 'OPERATOR', STEWARD: 'STEWARD', ADMIN: 'ADMIN' } as const;
export type Role = (typeof Role)[keyof typeof Role];

/** Each role may do all that the roles before it may. */
const RANK: readonly Role[] = [Role.VIEWER, Role.OPERATOR, Role.STEWARD, Role.ADMIN];

export interface Actor {
  /** The API key's id: what audit rows name. */
  readonly keyId: string;
  readonly role: Role;
  /** The locality that the key is limited to; null means the whole nation. */
  readonly localityCode: string | null;
  readonly requestId: string;
}

export function hasRole(actor: Actor, needed: Role): boolean {
  return RANK.indexOf(actor.role) >= RANK.indexOf(needed);
}

/** A key of the whole nation sees every locality; a key of one locality sees that one. */
export function seesLocality(actor: Actor, localityCode: string): boolean {
  return actor.localityCode === null || actor.localityCode === localityCode;
}
