/** The closed lists that the matrix speaks in. */
import { registerEnumType } from 'type-graphql';
import { AssessmentState } from '../../domain/matrix/assessment-state';
import { CellStatus, StatusSource, TextState } from '../../domain/matrix/matrix-status';
import { says, valuesSay } from '../describe';

registerEnumType(AssessmentState, {
  name: 'AssessmentState',
  ...says('Tình trạng của bản đánh giá', 'Where an assessment stands'),
  valuesConfig: valuesSay<AssessmentState>({
    DRAFT: ['Đang soạn', 'Being written'],
    SUBMITTED: ['Đã trình', 'Submitted'],
    ACCEPTED: ['Đã được chấp nhận', 'Accepted'],
    PUBLISHED: ['Đã công bố', 'Published'],
  }),
});

registerEnumType(TextState, {
  name: 'TextState',
  ...says('Tài liệu in gì trong ô', 'What the document prints in the cell'),
  valuesConfig: valuesSay<TextState>({
    EMPTY: ['Không in gì', 'Nothing is printed'],
    DASH: ['In dấu gạch ngang: khác với không in gì', 'A dash is printed: not the same claim as nothing'],
    TEXT: ['Có văn bản', 'Prose'],
    MERGED: ['Được ô của mục khác trùm lên', 'Covered by the cell of another item'],
  }),
});

registerEnumType(CellStatus, {
  name: 'CellStatus',
  ...says('Trạng thái của ô', 'Status of a cell'),
  valuesConfig: valuesSay<CellStatus>({
    NOT_ASSESSED: ['Chưa đánh giá', 'Not assessed'],
    NOT_YET: ['Chưa được hưởng lợi', 'Not benefiting yet'],
    PARTIAL: ['Hưởng lợi một phần', 'Benefiting in part'],
    BENEFITING: ['Đang hưởng lợi', 'Benefiting'],
    NOT_APPLICABLE: ['Không áp dụng', 'Not applicable'],
  }),
});

registerEnumType(StatusSource, {
  name: 'StatusSource',
  ...says('Trạng thái do đâu mà có', 'Who says what the status is'),
  valuesConfig: valuesSay<StatusSource>({
    NONE: ['Chưa ai xác định', 'Nobody yet'],
    DECLARED: ['Do người khai báo', 'Declared by a person'],
    DERIVED: ['Suy ra từ bằng chứng theo quy tắc hiển thị', 'Derived from evidence by a visible rule'],
  }),
});

export const MatrixFileFormat = { DOCX: 'DOCX', XLSX: 'XLSX', CSV: 'CSV', JSON: 'JSON' } as const;

registerEnumType(MatrixFileFormat, {
  name: 'MatrixFileFormat',
  ...says('Dạng tệp của ma trận', 'Format of a matrix file'),
  valuesConfig: valuesSay<keyof typeof MatrixFileFormat>({
    DOCX: ['Word, đúng khuôn văn bản chính thức', 'Word, in the layout of the official document'],
    XLSX: ['Excel, cùng khuôn', 'Excel, in the same layout'],
    CSV: ['Mỗi mục một dòng', 'One line an item'],
    JSON: ['Dữ liệu đầy đủ', 'All of it as data'],
  }),
});
