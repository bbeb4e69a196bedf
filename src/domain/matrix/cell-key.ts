/** The address of a cell: assessment, item and column, and the one text that stands for all three. */

export interface CellKey {
  /** `VN.2025-H2` */
  readonly assessmentId: string;
  /** `B.1.1` */
  readonly itemPath: string;
  /** `BENEFIT_CITIZEN` */
  readonly columnCode: string;
}

/** Null for a text that no cell can have. */
export function readCellKey(id: string): CellKey | null {
  const [, assessmentId, itemPath, columnCode] =
    /^([A-Z\d]{2,3}\.\d{4}-H[12])\/([A-Z](?:\.\d{1,2}){1,3})\/([A-Z_]{1,40})$/.exec(id) ?? [];
  return assessmentId && itemPath && columnCode ? { assessmentId, itemPath, columnCode } : null;
}

export function writeCellKey({ assessmentId, itemPath, columnCode }: CellKey): string {
  return `${assessmentId}/${itemPath}/${columnCode}`;
}
