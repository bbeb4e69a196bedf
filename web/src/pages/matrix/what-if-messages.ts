/** The words of the what-if view. */
import { messagesOf } from '../../shared/use-language';

export const useWhatIfMessages = messagesOf({
  vi: {
    assume: 'Nếu các chỉ số đứng ở mức…',
    assumeNote: 'Kéo hoặc dùng phím mũi tên. Chỉ thử: không có gì được lưu, địa chỉ trang giữ các giả định.',
    days: 'Chỉ số cần giữ nhiều ngày được giả định giữ đủ 7 ngày liên tiếp.',
    now: (value: string) => `hiện ${value}`,
    unknown: 'chưa có số liệu',
    target: (value: string) => `Mục tiêu ${value}`,
    threshold: (value: string) => `Ngưỡng tối thiểu ${value}`,
    present: (value: string) => `Hiện nay ${value}`,
    marks: { now: 'hiện nay', threshold: 'ngưỡng tối thiểu', target: 'mục tiêu' },
    back: (name: string) => `Trả về số liệu thật: ${name}`,
    reset: 'Bỏ mọi giả định',
    noIndicators: 'Bản đánh giá này chưa gắn chỉ số nào.',
    result: 'Thì các ô sẽ',
    start: 'Chưa giả định gì',
    startNext: 'Kéo một chỉ số ở bên trái, ví dụ tới vạch mục tiêu, để xem ô nào đổi trạng thái.',
    nothing: 'Không ô nào đổi trạng thái',
    nothingNext: (concerned: number) =>
      concerned === 0
        ? 'Các chỉ số này không là bằng chứng của ô nào.'
        : `${concerned} ô dựa vào các chỉ số này nhưng vẫn giữ trạng thái.`,
    changes: (count: number) => `${count} ô sẽ đổi trạng thái`,
    concerned: (count: number) => `trong ${count} ô dựa vào các chỉ số này`,
    becomes: 'thành',
    declared: 'Trạng thái này do người khai báo nên chỉ đổi khi có người sửa.',
  },
  en: {
    assume: 'If the indicators stood at…',
    assumeNote:
      'Drag, or use the arrow keys. A trial only: nothing is stored, the address keeps the assumptions.',
    days: 'An indicator that has to hold for days is taken to hold for 7 days in a row.',
    now: (value: string) => `now ${value}`,
    unknown: 'no figure yet',
    target: (value: string) => `Target ${value}`,
    threshold: (value: string) => `Lower threshold ${value}`,
    present: (value: string) => `Now ${value}`,
    marks: { now: 'now', threshold: 'lower threshold', target: 'target' },
    back: (name: string) => `Back to the real figure: ${name}`,
    reset: 'Drop all assumptions',
    noIndicators: 'No indicator belongs to this assessment.',
    result: 'Then the cells would',
    start: 'Nothing is assumed yet',
    startNext: 'Move an indicator on the left, say to the mark of its target, and see which cells change.',
    nothing: 'No cell would change its status',
    nothingNext: (concerned: number) =>
      concerned === 0
        ? 'These indicators are evidence for no cell.'
        : `${concerned} cells rest on these indicators and keep their status.`,
    changes: (count: number) => (count === 1 ? '1 cell would change' : `${count} cells would change`),
    concerned: (count: number) => `of ${count} that rest on these indicators`,
    becomes: 'becomes',
    declared: 'A person declared this status, so it changes only when a person changes it.',
  },
});
