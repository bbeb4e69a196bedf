/** Words what a cleansing did: rows, then for each rule what was applied, suggested and flagged. */
import { type DatasetAnswer } from '../hub/hub-answers';
import { type Language } from '../surroundings';

export interface ChangeCountAnswer {
  readonly rule: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly field: string;
  readonly mode: string;
  readonly count: number;
}

export interface CleansingTold {
  readonly runId: string;
  readonly state: string;
  readonly changes: readonly ChangeCountAnswer[];
  /** Name on the hub → path on disk. */
  readonly files: Readonly<Record<string, string>>;
}

const MODES: Readonly<Record<string, { vi: string; en: string }>> = {
  AUTO: { vi: 'đã sửa', en: 'applied' },
  SUGGEST: { vi: 'gợi ý', en: 'suggested' },
  FLAG: { vi: 'đánh dấu', en: 'flagged' },
};

export function wordCleansing(told: CleansingTold, dataset: DatasetAnswer, language: Language): string {
  const vi = language === 'vi';
  const number = new Intl.NumberFormat(language);
  const { physical = 0, accepted = 0, rejected = 0 } = dataset.rows ?? {};
  const show = (rows: number | null) => (rows === null ? '?' : number.format(rows));
  const lines = [
    `${told.state} · ${vi ? 'lượt làm sạch' : 'cleansing'} ${told.runId}`,
    vi
      ? `Dòng trong tệp ${show(physical)}: nhận ${show(accepted)}, loại ${show(rejected)}`
      : `Rows in the file ${show(physical)}: accepted ${show(accepted)}, rejected ${show(rejected)}`,
    ...told.changes.map((change) => `  ${wordCount(change, number, language)}`),
    ...Object.entries(told.files).map(([name, path]) => `${name}: ${path}`),
  ];
  if (told.changes.length === 0) lines.push(vi ? '  Không có gì phải sửa.' : '  Nothing to mend.');
  return `${lines.join('\n')}\n`;
}

function wordCount(change: ChangeCountAnswer, number: Intl.NumberFormat, language: Language): string {
  const mode = MODES[change.mode]?.[language] ?? change.mode;
  return `${number.format(change.count).padStart(9)}  ${change.rule} ${change.title[language]} · ${change.field} · ${mode}`;
}
