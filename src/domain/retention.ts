/** How long the hub keeps what nobody needs for ever. What a verdict, a cell or the audit trail rests on is not among it. */

/** In days. */
export const RETENTION_DAYS = {
  /** An upload that no dataset was made of holds people's data and serves nobody once its time to arrive is over. */
  abandonedUploads: 1,
  /** Which webhook was told what, and when: for whoever looks after its receiver. */
  webhookDeliveries: 30,
  /** The alert list is looked back over for a year, as the half-years of the matrix are compared. */
  clearedAlerts: 366,
  /** Versions of feed records: a source that sends an older one again must still be found out. Figures of the day are kept for ever. */
  feedRecords: 400,
} as const;
