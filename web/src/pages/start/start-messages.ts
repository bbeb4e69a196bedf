/** The words of the page for newcomers. */
import { messagesOf } from '../../shared/use-language';

export const useStartMessages = messagesOf({
  vi: {
    title: 'Bắt đầu với Hub06',
    lead: 'Hub06 phục vụ ma trận đánh giá Đề án 06 qua GraphQL, đối soát tệp cư dân với cơ sở dữ liệu quốc gia về dân cư và ghi kết quả thành bằng chứng trong từng ô.',
    signIn: 'Đăng nhập',
    dashboard: {
      title: 'Người xây bảng điều hành IOC',
      does: 'Xem ma trận, mở một ô để thấy bằng chứng, rồi mang đúng câu truy vấn đó về bảng điều hành của mình.',
      open: 'Mở ma trận',
      query: 'Truy vấn mẫu',
    },
    dataTeam: {
      title: 'Đội dữ liệu',
      does: 'Tải lên tệp cư dân, làm sạch, đối soát từng dòng và nhận lại kết luận. Từ dòng lệnh:',
    },
    developer: {
      title: 'Lập trình viên',
      does: 'Khám phá lược đồ trong môi trường thử không cần mạng và viết đầu nối mới:',
    },
    here: 'Hub đang chạy ở đây',
    version: 'Phiên bản',
    mode: 'Chế độ',
    modes: { SANDBOX: 'Thử nghiệm', PRODUCTION: 'Vận hành' },
    queue: 'Hàng đợi',
    queues: { POSTGRES: 'PostgreSQL', REDIS: 'Redis' },
    dataKind: 'Dữ liệu quốc gia',
    simulated: 'Mô phỏng toàn bộ',
    real: 'Thật',
  },
  en: {
    title: 'Getting started with Hub06',
    lead: 'Hub06 serves the Project 06 assessment matrix by GraphQL, verifies files of residents against the national population database and writes the results as evidence into its cells.',
    signIn: 'Sign in',
    dashboard: {
      title: 'Who builds an IOC dashboard',
      does: 'See the matrix, open a cell for its evidence, then take that very query to your own dashboard.',
      open: 'Open the matrix',
      query: 'Example query',
    },
    dataTeam: {
      title: 'The data team',
      does: 'Upload a file of residents, cleanse it, verify each row and take back the verdicts. From the command line:',
    },
    developer: {
      title: 'The developer',
      does: 'Explore the schema in a sandbox that needs no network, and write a connector:',
    },
    here: 'The hub that runs here',
    version: 'Version',
    mode: 'Mode',
    modes: { SANDBOX: 'Sandbox', PRODUCTION: 'Production' },
    queue: 'Queue',
    queues: { POSTGRES: 'PostgreSQL', REDIS: 'Redis' },
    dataKind: 'National data',
    simulated: 'All simulated',
    real: 'Real',
  },
});
