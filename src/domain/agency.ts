/** The kinds of units that the matrix can hold responsible. */

export const AgencyKind = {
  MINISTRY: 'MINISTRY',
  DEPARTMENT: 'DEPARTMENT',
  PROVINCE: 'PROVINCE',
  COMMUNE: 'COMMUNE',
  OTHER: 'OTHER',
} as const;
export type AgencyKind = (typeof AgencyKind)[keyof typeof AgencyKind];
