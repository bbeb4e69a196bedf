/** The words by which a run is started on a dataset. */
import { messagesOf } from '../../shared/use-language';

export const useStartRunMessages = messagesOf({
  vi: {
    title: 'Làm gì với tệp này?',
    cleanse: {
      title: 'Làm sạch',
      does: 'Chuẩn hoá họ tên, ngày sinh, số, địa chỉ theo bộ quy tắc. Mọi thay đổi đều xem lại và hoàn tác được.',
      pack: 'Bộ quy tắc',
      go: 'Làm sạch',
    },
    verify: {
      title: 'Đối soát',
      does: 'So từng dòng với cơ sở dữ liệu quốc gia về dân cư; chỉ nhận về khớp hay không, không nhận thông tin của ai.',
      purpose: 'Mục đích khai thác',
      connector: 'Đầu nối',
      accepts: (words: string) => `Mục đích này chấp nhận: ${words}`,
      go: 'Đối soát',
    },
    link: {
      title: 'Liên kết bản ghi',
      does: 'Tìm các dòng nói về cùng một người trong tệp này, hoặc giữa hai tệp.',
      model: 'Mô hình',
      second: 'Với tệp',
      alone: 'Trong chính tệp này',
      train: 'Ước lượng trọng số từ chính dữ liệu này',
      go: 'Tìm bản ghi trùng',
    },
    notYet: 'Chờ nạp xong tệp',
  },
  en: {
    title: 'What should be done with this file?',
    cleanse: {
      title: 'Cleanse',
      does: 'Brings names, dates, numbers and addresses into form by a pack of rules. Every change can be seen and undone.',
      pack: 'Rule pack',
      go: 'Cleanse',
    },
    verify: {
      title: 'Verify',
      does: 'Compares each row with the national population database; only whether it matches comes back, never anyone’s data.',
      purpose: 'Purpose',
      connector: 'Connector',
      accepts: (words: string) => `This purpose accepts: ${words}`,
      go: 'Verify',
    },
    link: {
      title: 'Link records',
      does: 'Finds rows about the same person within this file, or between two files.',
      model: 'Model',
      second: 'With the file',
      alone: 'Within this file',
      train: 'Estimate the weights from these very data',
      go: 'Find duplicates',
    },
    notYet: 'Wait until the file is loaded',
  },
});
