/** The refusals that a caller must expect: each a code that stays, and a sentence in both languages that says what to do. */

import { CONNECTOR_REFUSALS, type RefusalText } from './connector-refusals';
import { REVIEW_REFUSALS } from './review-refusals';

export const REFUSALS = {
  ...CONNECTOR_REFUSALS,
  ...REVIEW_REFUSALS,
  UPLOAD_NOT_FOUND: {
    vi: 'Không tìm thấy tệp tải lên này. Hãy gọi createUpload để bắt đầu lại.',
    en: 'There is no such upload. Call createUpload to start again.',
  },
  UPLOAD_INCOMPLETE: {
    vi: 'Tệp chưa được tải lên đầy đủ. Hãy gửi nội dung tệp tới địa chỉ mà createUpload đã trả về, rồi thử lại.',
    en: 'The file has not arrived yet. PUT its bytes to the address that createUpload returned, then try again.',
  },
  UPLOAD_ALREADY_USED: {
    vi: 'Tệp này đã được dùng cho một tập dữ liệu khác. Hãy tải tệp lên lần nữa.',
    en: 'This upload already became a dataset. Upload the file again to make another one.',
  },
  UPLOAD_EXPIRED: {
    vi: 'Phiên tải lên đã hết hạn. Hãy gọi createUpload để bắt đầu lại.',
    en: 'The upload has expired. Call createUpload to start again.',
  },
  UNSUPPORTED_FORMAT: {
    vi: 'Tệp không phải CSV. Hãy lưu lại tệp dưới dạng CSV UTF-8 rồi tải lên.',
    en: 'The file is no CSV. Save it as CSV UTF-8 and upload it again.',
  },
  ENCODING_UNCERTAIN: {
    vi: 'Chưa đủ chắc chắn về bảng mã của một cột cần dùng. Hãy xem mẫu bằng uploadPreview rồi nêu rõ encoding (TCVN3, VNI, …).',
    en: 'The encoding of a column that matters is not certain. Look at the samples of uploadPreview, then say the encoding (TCVN3, VNI, …).',
  },
  EMPTY_FILE: {
    vi: 'Tệp không có dòng tiêu đề. Dòng đầu tiên phải ghi tên các cột.',
    en: 'The file has no header row. Its first line must name the columns.',
  },
  COLUMN_NOT_FOUND: {
    vi: 'Ánh xạ cột nêu một cột không có trong tệp. Hãy kiểm tra lại tên cột.',
    en: 'The mapping names a column that the file does not have. Check the column names.',
  },
  DUPLICATE_COLUMN: {
    vi: 'Nhiều cột cùng được hiểu là một trường. Hãy nêu rõ ánh xạ cột.',
    en: 'More than one column means the same field. Say in the mapping which one counts.',
  },
  NO_KEY_COLUMN: {
    vi: 'Không nhận ra cột nào để tra cứu. Cần có số định danh, hoặc số CMND, hoặc cả họ tên và ngày sinh; hãy nêu ánh xạ cột.',
    en: 'No column to look people up by. The personal number, the old card number, or name and birth date are needed; give a mapping.',
  },
  API_KEY_NOT_FOUND: {
    vi: 'Không có khóa đang dùng nào mang mã này. Truy vấn apiKeys liệt kê các khóa.',
    en: 'No key in use has this id. The query apiKeys lists them.',
  },
  DATASET_NOT_FOUND: {
    vi: 'Không tìm thấy tập dữ liệu này.',
    en: 'There is no such dataset.',
  },
  DATASET_FAILED: {
    vi: 'Tập dữ liệu này nhập không thành công nên không thể chạy. Hãy tải lại tệp.',
    en: 'The import of this dataset failed, so nothing can run on it. Upload the file again.',
  },
  DATASET_NOT_READY: {
    vi: 'Tập dữ liệu này còn đang được nhập. Hãy đợi tới khi trạng thái là READY rồi thử lại.',
    en: 'This dataset is still being imported. Wait until its state is READY, then try again.',
  },
  LINKAGE_MODEL_NOT_FOUND: {
    vi: 'Không có mô hình liên kết nào mang mã này. Truy vấn linkageModels liệt kê các mô hình hiện có.',
    en: 'No linkage model has this id. The query linkageModels lists those there are.',
  },
  LINKAGE_MODEL_INVALID: {
    vi: 'Mô hình liên kết có lỗi. Lệnh hub06 link --local --model nêu từng lỗi và vị trí của nó.',
    en: 'The linkage model is not valid. The command hub06 link --local --model names every fault and its place.',
  },
  LINKAGE_COLUMNS_MISSING: {
    vi: 'Tập dữ liệu không có đủ cột cho khóa nào của mô hình liên kết. Hãy đổi tên cột hoặc dùng mô hình khác.',
    en: 'The dataset lacks the columns for every blocking key of the linkage model. Rename columns or use another model.',
  },
  CONNECTOR_CANNOT_SYNC: {
    vi: 'Kết nối này không đồng bộ được: nó chỉ tra cứu người. Xem capabilities trong truy vấn connectors.',
    en: 'This connector cannot synchronise: it only looks people up. See capabilities in the query connectors.',
  },
  SYNC_UNDER_WAY: {
    vi: 'Đang có một lượt đồng bộ của kết nối này cho địa phương đó. Hãy chờ lượt đó xong.',
    en: 'A synchronisation of this connector is under way for that locality. Wait until it is over.',
  },
  LOCALITY_NOT_FOUND: {
    vi: 'Mã địa phương phải là VN hoặc một trong 34 tỉnh, thành phố mà khóa này được xem.',
    en: 'The locality must be VN or one of the 34 provinces that this key may see.',
  },
  FEED_NOT_FOUND: {
    vi: 'Không có nguồn cấp mang mã này. Truy vấn iocNode liệt kê các nguồn cấp phải có.',
    en: 'There is no feed of this code. The query iocNode lists those that are due.',
  },
  SCHEDULE_NOT_FOUND: {
    vi: 'Không có lịch mang mã này mà khóa được đổi. Truy vấn schedules liệt kê các lịch.',
    en: 'There is no schedule of this id that the key may change. The query schedules lists them.',
  },
  CRON_INVALID: {
    vi: 'Biểu thức cron phải có năm trường (phút, giờ, ngày, tháng, thứ) và có ít nhất một lượt, ví dụ "*/15 * * * *".',
    en: 'The cron expression must have five fields (minute, hour, day, month, weekday) and come at all, for example "*/15 * * * *".',
  },
  DATASET_REQUIRED: {
    vi: 'Loại lượt chạy này cần một bộ dữ liệu.',
    en: 'Runs of this kind need a dataset.',
  },
  SUGGESTION_NOT_FOUND: {
    vi: 'Không có gợi ý nào ở vị trí này. Truy vấn run.changes liệt kê các gợi ý.',
    en: 'There is no suggestion at this place. The query run.changes lists them.',
  },
  RULE_PACK_NOT_FOUND: {
    vi: 'Không có bộ quy tắc mang mã này. Truy vấn rulePacks liệt kê các bộ hiện có.',
    en: 'No pack of rules has this id. The query rulePacks lists those there are.',
  },
  RULE_MODE_NOT_ALLOWED: {
    vi: 'Một quy tắc được nêu không có trong danh mục, hoặc không được phép tự áp dụng. Xem truy vấn cleanseRules.',
    en: 'A rule that was named is not in the catalogue, or may not be applied by itself. See the query cleanseRules.',
  },
  KIND_NOT_SUPPORTED: {
    vi: 'Loại lượt chạy này chưa được hỗ trợ. Có thể khởi chạy PROFILE, CLEANSE, VERIFY, LINK và SYNC.',
    en: 'Runs of this kind cannot be started yet. PROFILE, CLEANSE, VERIFY, LINK and SYNC can.',
  },
  PURPOSE_REQUIRED: {
    vi: 'Cần nêu mục đích khai thác (mã dịch vụ công) khi tra cứu dữ liệu dân cư.',
    en: 'A purpose (the service code) is required to ask the population register.',
  },
  IDEMPOTENCY_CONFLICT: {
    vi: 'Khoá idempotencyKey này đã dùng cho một yêu cầu khác. Hãy dùng khoá mới.',
    en: 'This idempotencyKey was used for a different request. Use a new key.',
  },
  RUN_NOT_FOUND: {
    vi: 'Không tìm thấy lượt chạy này.',
    en: 'There is no such run.',
  },
  WORKBOOK_DAMAGED: {
    vi: 'Không đọc được tệp Excel này: tệp hỏng hoặc không phải .xlsx. Hãy mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi gửi lại.',
    en: 'This workbook cannot be read: it is damaged or no .xlsx. Open it in Excel or LibreOffice, save it as .xlsx, and send it again.',
  },
  WORKBOOK_OLD_OR_LOCKED: {
    vi: 'Tệp này là .xls kiểu cũ hoặc có mật khẩu. Hãy bỏ mật khẩu, lưu dạng .xlsx (hoặc CSV) rồi gửi lại.',
    en: 'This is an .xls of the old kind, or has a password. Take the password off, save it as .xlsx (or CSV), and send it again.',
  },
  WORKBOOK_TOO_LARGE: {
    vi: 'Tệp Excel này giải nén ra quá lớn so với dung lượng của nó. Hãy lưu thành CSV rồi gửi lại.',
    en: 'This workbook unpacks to far more than its size allows. Save it as CSV and send it again.',
  },
  WORKBOOK_TEXTS_TOO_LARGE: {
    vi: 'Tệp Excel này chứa quá nhiều văn bản khác nhau để đọc trong bộ nhớ (trên 128 MB). Hãy lưu thành CSV rồi gửi lại.',
    en: 'This workbook holds too many different texts to be read in memory (over 128 MB). Save it as CSV and send it again.',
  },
  SHEET_NOT_FOUND: {
    vi: 'Tệp không có trang tính mang tên này. uploadPreview liệt kê các trang tính.',
    en: 'The workbook has no sheet of this name. uploadPreview lists its sheets.',
  },
  RUN_NOT_SETTLED: {
    vi: 'Lượt chạy này chưa kết thúc. Hãy đợi, hoặc dừng nó (cancelRun) trước.',
    en: 'This run is not over yet. Wait for it, or stop it (cancelRun) first.',
  },
  NOTHING_TO_RETRY: {
    vi: 'Không còn dòng nào cần hỏi lại: nguồn đã trả lời mọi dòng, và thời hạn chờ các dòng không tìm thấy đã qua.',
    en: 'There is no row to ask about again: the source answered all of them, and the time to wait for those not found is over.',
  },
  RUN_ALREADY_SETTLED: {
    vi: 'Lượt chạy này đã kết thúc nên không thể huỷ.',
    en: 'The run is already over and cannot be cancelled.',
  },
  ASSESSMENT_NOT_FOUND: {
    vi: 'Không tìm thấy bản đánh giá này. Truy vấn assessments liệt kê các bản hiện có.',
    en: 'There is no such assessment. The query assessments lists those there are.',
  },
  CELL_NOT_FOUND: {
    vi: 'Không tìm thấy ô này. Mã ô có dạng VN.2025-H2/B.1.1/BENEFIT_CITIZEN.',
    en: 'There is no such cell. Its id reads like VN.2025-H2/B.1.1/BENEFIT_CITIZEN.',
  },
  CELL_MERGED: {
    vi: 'Ô này được ô của mục khác trùm lên. Hãy sửa ô nêu ở mergedFrom.',
    en: 'The cell of another item covers this one. Edit the cell that mergedFrom names.',
  },
  ASSESSMENT_LOCKED: {
    vi: 'Bản đánh giá không còn ở trạng thái soạn thảo nên đã khóa. Cần trả lại (returnAssessment) trước khi sửa.',
    en: 'The assessment is no longer a draft and is locked. It has to be returned (returnAssessment) before it is edited.',
  },
  CONFLICT_VERSION: {
    vi: 'Nội dung đã được người khác thay đổi. Hãy tải lại, xem thay đổi rồi gửi với version mới.',
    en: 'Somebody changed it meanwhile. Reload, look at the change, and send again with the new version.',
  },
  TAG_NOT_IN_COLUMN: {
    vi: 'Tiêu chí này không thuộc tiêu đề của cột. Xem criteria của cột.',
    en: 'The header of the column has no such criterion. See the criteria of the column.',
  },
  AGENCY_NOT_FOUND: {
    vi: 'Không có đơn vị mang mã này. Truy vấn agencies liệt kê các đơn vị.',
    en: 'No agency has this code. The query agencies lists them.',
  },
  REASON_REQUIRED: {
    vi: 'Cần nêu lý do.',
    en: 'A reason is required.',
  },
  STATE_TRANSITION: {
    vi: 'Bản đánh giá đang ở trạng thái không cho phép bước này. Hãy tải lại để xem trạng thái.',
    en: 'The assessment is in a state from which this step does not lead on. Reload to see its state.',
  },
  STEP_NOT_ALLOWED: {
    vi: 'Vai trò của khóa này không được thực hiện bước đó: nộp cần OPERATOR, duyệt, công bố và trả lại cần STEWARD, thu hồi bản đã công bố cần ADMIN.',
    en: 'The role of this key may not take that step: submitting needs OPERATOR; accepting, publishing and returning need STEWARD; taking back what is published needs ADMIN.',
  },
  PERIOD_UNKNOWN: {
    vi: 'Kỳ đánh giá phải là nửa năm từ 2025-H1 trở đi, ví dụ 2026-H1.',
    en: 'A period is a half-year from 2025-H1 on, for example 2026-H1.',
  },
  DIMENSION_NOT_IN_ROADMAP: {
    vi: 'Nội dung này không có trong tiêu đề cột Giải pháp, lộ trình. Xem criteria của cột SOLUTION_ROADMAP.',
    en: 'The header of the roadmap column has no such dimension. See the criteria of SOLUTION_ROADMAP.',
  },
  COMMITMENT_NOT_FOUND: {
    vi: 'Không tìm thấy cam kết này.',
    en: 'There is no such commitment.',
  },
  EVIDENCE_REQUIRED: {
    vi: 'Cam kết chỉ được ghi là hoàn thành khi có minh chứng (evidence).',
    en: 'A commitment is done only when its evidence is given.',
  },
  MATRIX_FILE_UNREADABLE: {
    vi: 'Không đọc được tệp này. Cần tệp DOCX hoặc XLSX đã xuất từ hub (sửa bằng Word, Excel hoặc LibreOffice).',
    en: 'The file cannot be read. It has to be a DOCX or XLSX that the hub exported, edited with Word, Excel or LibreOffice.',
  },
  MATRIX_LAYOUT_MISMATCH: {
    vi: 'Không tìm thấy mục nào của biểu mẫu trong tệp. Hãy giữ nguyên cột STT và các dòng nhóm A đến E.',
    en: 'No item of the form was found in the file. Keep the column STT and the rows of the groups A to E.',
  },
  MATRIX_OTHER_ASSESSMENT: {
    vi: 'Tệp này được xuất từ một bản đánh giá khác. Hãy chọn đúng địa phương và kỳ.',
    en: 'The file was taken from another assessment. Choose its locality and period.',
  },
  OBSERVATION_COLUMNS_MISSING: {
    vi: 'Tệp thiếu cột. Cần có: indicator, locality, period, observed_at, và value hoặc numerator, denominator.',
    en: 'Columns are missing. Needed: indicator, locality, period, observed_at, and value or numerator, denominator.',
  },
  ALERT_NOT_FOUND: {
    vi: 'Không tìm thấy cảnh báo này trong phạm vi của khóa. Truy vấn alerts liệt kê các cảnh báo.',
    en: 'There is no such alert within the reach of this key. The query alerts lists those there are.',
  },
  ALERT_NOT_OPEN: {
    vi: 'Chỉ cảnh báo đang mở mới ghi nhận được; cảnh báo này đã có người nhận hoặc đã hết.',
    en: 'Only an open alert can be acknowledged; somebody has this one already, or it is over.',
  },
  ALERT_RULE_NOT_FOUND: {
    vi: 'Không có quy tắc cảnh báo mang mã này. Truy vấn alertRules liệt kê các quy tắc.',
    en: 'No alert rule has this code. The query alertRules lists them.',
  },
  ALERT_MARKS_CROSSED: {
    vi: 'Ngưỡng hết cảnh báo (clearAt) phải bằng hoặc tốt hơn ngưỡng báo (raiseAt).',
    en: 'The mark that clears (clearAt) must be as good as the mark that raises (raiseAt), or better.',
  },
  WINDOW_INVALID: {
    vi: 'Thời gian bảo trì phải kết thúc sau khi bắt đầu, không quá 31 ngày, với quy tắc và địa phương có thật.',
    en: 'A maintenance window ends after it starts, lasts 31 days at most, and names a rule and locality that exist.',
  },
  WINDOW_NOT_FOUND: {
    vi: 'Không có thời gian bảo trì nào đang hoặc sắp diễn ra mang mã này.',
    en: 'No maintenance window that is open or still to come has this id.',
  },
  OUT_OF_SCOPE: {
    vi: 'Khóa này chỉ làm việc với địa phương của nó.',
    en: 'This key works on its own locality only.',
  },
  WEBHOOK_NOT_FOUND: {
    vi: 'Không có webhook mang mã này. Truy vấn webhooks liệt kê các webhook.',
    en: 'No webhook has this id. The query webhooks lists them.',
  },
  WEBHOOK_URL_REFUSED: {
    vi: 'Địa chỉ webhook phải là https:// tới một máy chủ công khai, không kèm tài khoản; máy chủ nội bộ cần có trong HUB_WEBHOOK_HOSTS.',
    en: 'A webhook goes to https:// on a public host, without credentials; a host of your own network has to be in HUB_WEBHOOK_HOSTS.',
  },
  FILE_TOO_LARGE: {
    vi: 'Tệp này lớn hơn 10 MB. Hãy tách tệp rồi gửi lại.',
    en: 'The file is larger than 10 MB. Split it and send it again.',
  },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal as a value: services return it, the gateway turns it into a union member. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** What exactly, in names and codes of the API; never a value that somebody gave. */
  readonly detail?: string;
}

export function refuse(code: RefusalCode, detail?: string): Refusal {
  return detail === undefined ? { refused: code } : { refused: code, detail };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
