/** The words for the way of an assessment to publication. */
import { messagesOf } from '../../shared/use-language';

export const useStepMessages = messagesOf({
  vi: {
    steps: { submit: 'Trình duyệt', accept: 'Duyệt', publish: 'Công bố', return: 'Trả lại' },
    means: {
      submit: 'Sau khi trình, bản đánh giá được khóa sửa cho đến khi được duyệt hoặc trả lại.',
      accept: 'Bản đánh giá được duyệt và sẵn sàng để công bố.',
      publish: 'Bản đánh giá được công bố; chỉ quản trị mới rút lại được.',
      return: 'Bản đánh giá trở lại bản nháp để sửa. Lý do được ghi vào nhật ký.',
    },
    reason: 'Lý do trả lại',
    cancel: 'Thôi',
  },
  en: {
    steps: { submit: 'Submit', accept: 'Accept', publish: 'Publish', return: 'Return' },
    means: {
      submit: 'Once submitted, the assessment is closed to changes until it is accepted or returned.',
      accept: 'The assessment is accepted and ready to be published.',
      publish: 'The assessment becomes public; only an administrator can take it back.',
      return: 'The assessment becomes a draft again. The reason is kept in its history.',
    },
    reason: 'Why it is returned',
    cancel: 'Cancel',
  },
});
