/** The half-years that the matrix is judged for, from the first half of 2025 on. */

export interface HalfYear {
  /** `2026-H1` */
  readonly code: string;
  readonly label: { readonly vi: string; readonly en: string };
  /** First and last day, `2026-01-01`. */
  readonly start: string;
  readonly end: string;
}

/** Null for anything but a half-year from 2025 to 2099: Project 06 is judged by half-years from 2025 on. */
export function readHalfYear(code: string): HalfYear | null {
  const [, year, half] = /^(20(?:2[5-9]|[3-9]\d))-H([12])$/.exec(code) ?? [];
  if (!year) return null;
  const isFirst = half === '1';
  return {
    code,
    label: {
      vi: `06 tháng ${isFirst ? 'đầu' : 'cuối'} năm ${year}`,
      en: `${isFirst ? 'First' : 'Last'} six months of ${year}`,
    },
    start: isFirst ? `${year}-01-01` : `${year}-07-01`,
    end: isFirst ? `${year}-06-30` : `${year}-12-31`,
  };
}
