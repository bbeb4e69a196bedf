/** The shape of one cell in full, and the questions that a change of it makes old. */
import { CellDetailDocument } from '../../../generated/cell-detail';
import { ConsoleCompareDocument } from '../../../generated/console-compare';
import { ConsoleMatrixDocument } from '../../../generated/console-matrix';
import { type CellDetailQuery } from '../../../generated/types';

export type CellDetail = NonNullable<CellDetailQuery['cell']>;

export const CELL_QUESTIONS = [CellDetailDocument, ConsoleMatrixDocument, ConsoleCompareDocument];
