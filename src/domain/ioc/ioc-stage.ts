/** How far the connection of a province's IOC is: the stages, which may follow which, and what a synchronisation makes of them. */

export const IocStage = {
  NOT_STARTED: 'NOT_STARTED',
  TRIAL: 'TRIAL',
  CONNECTED: 'CONNECTED',
  /** Connected, but it fails again and again, or feeds are missing. */
  DEGRADED: 'DEGRADED',
  /** Not heard of for longer than a reporting day. */
  STALE: 'STALE',
} as const;
export type IocStage = (typeof IocStage)[keyof typeof IocStage];

/** What may follow each stage. Nothing is an end: an IOC may be rebuilt, or fall silent, at any time. */
export const STAGE_TRANSITIONS = {
  NOT_STARTED: ['TRIAL', 'CONNECTED', 'DEGRADED'],
  TRIAL: ['NOT_STARTED', 'CONNECTED', 'DEGRADED', 'STALE'],
  CONNECTED: ['NOT_STARTED', 'TRIAL', 'DEGRADED', 'STALE'],
  DEGRADED: ['NOT_STARTED', 'TRIAL', 'CONNECTED', 'STALE'],
  STALE: ['NOT_STARTED', 'TRIAL', 'CONNECTED', 'DEGRADED'],
} as const satisfies Record<IocStage, readonly IocStage[]>;

/** Why a node stands where it does, with the sentence that a leader reads. */
export const STAGE_REASONS = {
  NEVER_SYNCED: { vi: 'Hub chưa đồng bộ lần nào với IOC này', en: 'The hub has never synchronised with it' },
  NOT_BUILT: { vi: 'Địa phương chưa triển khai IOC', en: 'The province has not set up its IOC' },
  ON_TRIAL: {
    vi: 'IOC đang chạy thử nghiệm, chưa kết nối chính thức',
    en: 'The IOC is on trial and not yet connected',
  },
  IN_ORDER: { vi: 'Đã kết nối, dữ liệu về đủ', en: 'Connected, and its data comes in' },
  FEEDS_UNREADABLE: {
    vi: 'Có nguồn cấp không đọc được hoặc không được cung cấp',
    en: 'A feed cannot be read, or is not offered',
  },
  NOT_ANSWERING: { vi: 'Không trả lời trong các lần đồng bộ gần đây', en: 'It did not answer lately' },
  SILENT: {
    vi: 'Không nhận được dữ liệu quá một ngày báo cáo',
    en: 'Nothing was received for more than a reporting day',
  },
} as const;
export type StageReason = keyof typeof STAGE_REASONS;

/** A stage that a node says of itself. */
export type ReportedStage = 'NOT_STARTED' | 'TRIAL' | 'CONNECTED';

export type SyncFinding =
  | { readonly outcome: 'ANSWERED'; readonly reported: ReportedStage; readonly unreadableFeeds: number }
  | {
      readonly outcome: 'NO_ANSWER';
      /** Failures in a row, this one counted. */
      readonly failures: number;
      /** Since the last success; null when there never was one. */
      readonly silentMinutes: number | null;
    };

/** One failure is the network; two in a row are the node. */
export const FAILURES_BEFORE_DEGRADED = 2;
/** A reporting day and two hours of patience: the field's cut-off comes once a day. */
export const SILENT_MINUTES_BEFORE_STALE = 26 * 60;
/** So many in a row are silence too, however close together they were. */
export const FAILURES_BEFORE_STALE = 8;

/** The stage after a synchronisation. Rule: our own proposal on the vocabulary of the matrix's group E. */
export function nextStage(current: IocStage, finding: SyncFinding): { stage: IocStage; why: StageReason } {
  if (finding.outcome === 'ANSWERED') {
    if (finding.reported === 'NOT_STARTED') return { stage: 'NOT_STARTED', why: 'NOT_BUILT' };
    if (finding.reported === 'TRIAL') return { stage: 'TRIAL', why: 'ON_TRIAL' };
    return finding.unreadableFeeds > 0
      ? { stage: 'DEGRADED', why: 'FEEDS_UNREADABLE' }
      : { stage: 'CONNECTED', why: 'IN_ORDER' };
  }
  const { failures, silentMinutes } = finding;
  if (current === 'NOT_STARTED') return { stage: 'NOT_STARTED', why: 'NEVER_SYNCED' };
  if (isSilent(silentMinutes) || failures >= FAILURES_BEFORE_STALE) return { stage: 'STALE', why: 'SILENT' };
  if (current === 'STALE') return { stage: 'STALE', why: 'SILENT' };
  // What is on trial promised nothing yet: it stays so until it is silent.
  if (current === 'TRIAL') return { stage: 'TRIAL', why: 'ON_TRIAL' };
  if (failures >= FAILURES_BEFORE_DEGRADED) return { stage: 'DEGRADED', why: 'NOT_ANSWERING' };
  return current === 'DEGRADED'
    ? { stage: 'DEGRADED', why: 'NOT_ANSWERING' }
    : { stage: 'CONNECTED', why: 'IN_ORDER' };
}

export function isSilent(silentMinutes: number | null): boolean {
  return silentMinutes !== null && silentMinutes > SILENT_MINUTES_BEFORE_STALE;
}
