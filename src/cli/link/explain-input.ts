/** Words for what can be wrong with the files and the model that `hub06 link` is given. */
import { type CsvFormatProblem } from '../../domain/table/csv-format';
import { type WorkbookProblem } from '../../documents/workbook/unreadable-workbook';
import { type ModelProblem } from '../../domain/linkage/check-linkage-model';
import { type ColumnProblem } from '../../domain/linkage/locate-columns';
import { type TrainingProblem } from '../../domain/linkage/train-model';
import { REFUSALS } from '../../domain/refusal';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';

export function explainFormat(
  path: string,
  problem: CsvFormatProblem | WorkbookProblem | 'WORKBOOK_OLD_OR_LOCKED',
): Failure {
  const { vi, en } = REFUSALS[problem];
  return new Failure(ExitCode.RUN_FAILED, { vi: `${path}: ${vi}`, en: `${path}: ${en}` });
}

export function explainColumns(
  path: string,
  { problem, column }: ColumnProblem,
  headers: readonly string[],
): Failure {
  const seen = headers.join(' · ');
  switch (problem) {
    case 'COLUMN_NOT_FOUND':
      return badMap(
        `${path} không có cột "${column}". Các cột: ${seen}.`,
        `${path} has no column "${column}". It has: ${seen}.`,
      );
    case 'DUPLICATE_COLUMN':
      return badMap(
        `${path} có nhiều cột mang tên "${column}". Hãy đổi tên một cột.`,
        `${path} has several columns named "${column}". Rename one of them.`,
      );
    case 'UNKNOWN_MODEL_COLUMN':
      return badMap(`Mô hình không có cột "${column}".`, `The model has no column "${column}".`);
    case 'NO_KEY_COLUMN':
      return badMap(
        `${path} không có đủ cột cho khóa nào (${column}). Hãy nêu --map cột=Tên cột. Các cột: ${seen}.`,
        `${path} lacks the columns for every blocking key (${column}). Name them: --map column=Header. It has: ${seen}.`,
      );
  }
}

export function explainModel(path: string, problems: readonly ModelProblem[]): Failure {
  const list = problems.map(({ at, fault }) => `  ${at}: ${fault}`).join('\n');
  return badMap(`Tệp mô hình ${path} có lỗi:\n${list}`, `The model file ${path} is not valid:\n${list}`);
}

export function explainTraining(trouble: TrainingProblem): Failure {
  if (trouble.problem === 'NOT_CONVERGED') {
    return new Failure(ExitCode.RUN_FAILED, {
      vi: `Việc học ở lượt "${trouble.pass}" không hội tụ sau ${trouble.iterations} vòng, nên không dùng trọng số học được. Hãy tăng maxIterations hoặc chạy không có --train.`,
      en: `Learning in the pass "${trouble.pass}" did not converge after ${trouble.iterations} rounds, so nothing learnt is used. Raise maxIterations, or run without --train.`,
    });
  }
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Lượt học "${trouble.pass}" chỉ có khoảng ${trouble.matches} cặp trùng, quá ít để học. Hãy dùng tệp lớn hơn, hoặc chạy không có --train.`,
    en: `The pass "${trouble.pass}" has only about ${trouble.matches} matching pairs, too few to learn from. Use a larger file, or run without --train.`,
  });
}

function badMap(vi: string, en: string): Failure {
  return new Failure(ExitCode.USAGE, { vi, en });
}
