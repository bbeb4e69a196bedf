/** The words of signing in. */
import { messagesOf } from '../shared/use-language';

export const useSignInMessages = messagesOf({
  vi: {
    title: 'Đăng nhập bằng khóa API',
    lead: 'Ma trận đánh giá Đề án 06, kèm bằng chứng từ dữ liệu.',
    key: 'Khóa API',
    keyHelp:
      'Khóa nằm trong phiên làm việc của trình duyệt, trang web không đọc được, và mất khi đóng trình duyệt.',
    keyMissing: 'Hãy dán khóa vào đây.',
    refused: 'Khóa này không mở được hub: sai, hết hạn hoặc đã bị thu hồi.',
    enter: 'Vào bảng điều khiển',
    where: 'Lấy khóa ở đâu?',
    whereSandbox: 'Trong chế độ thử, hub tạo sẵn bốn khóa và in ra khi khởi động. Xem lại bằng:',
    whereProduction: 'Người quản trị cấp khóa bằng trang “Khóa API” hoặc lệnh hub06 keys create.',
    start: 'Hub06 làm được gì?',
    roles: [
      { role: 'viewer', does: 'xem ma trận, bảng IOC và các lượt chạy' },
      { role: 'operator', does: 'tải tệp, đối soát, làm sạch, sửa ô' },
      { role: 'steward', does: 'duyệt và công bố bản đánh giá' },
      { role: 'admin', does: 'khóa, đầu nối, nhật ký' },
    ],
  },
  en: {
    title: 'Sign in with an API key',
    lead: 'The Project 06 assessment matrix, with evidence from data.',
    key: 'API key',
    keyHelp:
      'The key stays in the session of the browser, where no page can read it, and is gone when the browser closes.',
    keyMissing: 'Paste the key here.',
    refused: 'This key does not open the hub: it is wrong, expired or revoked.',
    enter: 'Open the console',
    where: 'Where do I find a key?',
    whereSandbox: 'In the sandbox the hub made four keys and printed them at its start. See them again with:',
    whereProduction: 'An administrator makes keys on the page “API keys” or by hub06 keys create.',
    start: 'What does Hub06 do?',
    roles: [
      { role: 'viewer', does: 'sees the matrix, the IOC board and runs' },
      { role: 'operator', does: 'uploads, verifies, cleanses, edits cells' },
      { role: 'steward', does: 'accepts and publishes assessments' },
      { role: 'admin', does: 'keys, connectors, the audit trail' },
    ],
  },
});
