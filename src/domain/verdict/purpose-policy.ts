/** What a purpose may be satisfied with: by default only VERIFIED, for named uses of low risk PROBABLE as well. */
import { Verdict } from './verdict';

export const Risk = { LOW: 'LOW', HIGH: 'HIGH' } as const;
export type Risk = (typeof Risk)[keyof typeof Risk];

export interface PurposePolicy {
  /** The purpose (MaDVC) that a run states. */
  readonly code: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly risk: Risk;
  /** Verdicts beyond VERIFIED that will do. */
  readonly accepts: readonly Verdict[];
  /** Whether the source may be asked for addresses: its licence for the purpose must cover them. */
  readonly comparesAddress: boolean;
}

export interface PolicyBook {
  readonly version: string;
  readonly purposes: readonly PurposePolicy[];
}

/** What a book of policies may not say. A policy accepts; it never makes anything VERIFIED. */
export function findPolicyProblems({ purposes }: PolicyBook): string[] {
  const problems = purposes.flatMap(({ code, risk, accepts }) => [
    ...accepts
      .filter((verdict) => verdict !== Verdict.PROBABLE)
      .map((verdict) => `${code}: ${verdict} can not be accepted for any purpose`),
    ...(risk === Risk.HIGH && accepts.length > 0 ? [`${code}: a purpose of high risk accepts nothing`] : []),
  ]);
  const codes = purposes.map(({ code }) => code);
  return codes.length === new Set(codes).size ? problems : [...problems, 'a purpose is named twice'];
}

/** A purpose that no policy names accepts nothing beyond VERIFIED. */
export function acceptsProbable(book: PolicyBook, purpose: string | null): boolean {
  return findPolicy(book, purpose)?.accepts.includes(Verdict.PROBABLE) ?? false;
}

/** A purpose that no policy names gets no addresses. */
export function comparesAddress(book: PolicyBook, purpose: string | null): boolean {
  return findPolicy(book, purpose)?.comparesAddress ?? false;
}

function findPolicy({ purposes }: PolicyBook, purpose: string | null): PurposePolicy | undefined {
  return purposes.find(({ code }) => code === purpose);
}
