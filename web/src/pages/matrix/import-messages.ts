/** The words of bringing a matrix file back. */
import { messagesOf } from '../../shared/use-language';

export const useImportMessages = messagesOf({
  vi: {
    title: 'Nhập lại ma trận đã sửa',
    lead: 'Chọn tệp Word hoặc Excel đã tải về từ đây và sửa bên ngoài, hoặc văn bản thuần (.txt) lấy từ bản in. Hub cho xem từng khác biệt trước khi ghi.',
    choose: 'Chọn tệp .docx, .xlsx hoặc .txt',
    nothing: 'Tệp không khác gì ma trận hiện tại.',
    cell: 'Ô',
    change: 'Thay đổi',
    problems: {
      CELL_MERGED: 'Ô này gộp với ô khác nên không ghi được.',
      CHANGED_SINCE_EXPORT: 'Ô này đã có người sửa sau khi tải tệp về; sẽ không ghi đè.',
      PLACE_DOUBTFUL: 'Văn bản thuần không cho biết chắc nội dung này thuộc ô nào.',
    },
    accept: 'Tôi đã xem: nhận vào ô này',
    write: (count: number) => `Ghi ${count} ô`,
    written: (count: number) => `Đã ghi ${count} ô.`,
  },
  en: {
    title: 'Bring an edited matrix back',
    lead: 'Choose a Word or Excel file that was downloaded here and edited elsewhere, or the plain text (.txt) of the printed form. Each difference is shown before anything is written.',
    choose: 'Choose a .docx, .xlsx or .txt file',
    nothing: 'The file says what the matrix says.',
    cell: 'Cell',
    change: 'Change',
    problems: {
      CELL_MERGED: 'This cell is merged with another and cannot be written.',
      CHANGED_SINCE_EXPORT:
        'Somebody changed this cell since the file was taken; it will not be overwritten.',
      PLACE_DOUBTFUL: 'The plain text leaves open whether this stands in the cell.',
    },
    accept: 'I have looked: take it into this cell',
    write: (count: number) => (count === 1 ? 'Write 1 cell' : `Write ${count} cells`),
    written: (count: number) => (count === 1 ? '1 cell was written.' : `${count} cells were written.`),
  },
});
