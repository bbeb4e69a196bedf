/** The explorer's own words in both languages. GraphiQL itself speaks English only. */
import { type Language } from '../shared/language';
import { type Persona } from '../shared/operations';
import { messagesOf } from '../shared/use-language';

interface Messages {
  pageTitle: string;
  home: string;
  simulated: string;
  languages: string;
  keyLabel: string;
  keyHint: string;
  keyApply: string;
  keyForget: string;
  keyShow: string;
  keyHide: string;
  keyNone: string;
  keyChecking: string;
  keyRefused: string;
  keyUnreachable: string;
  examples: string;
  examplesLead: string;
  personas: Record<Persona, string>;
  kinds: Record<'query' | 'mutation' | 'subscription', string>;
  opened: string;
}

const MESSAGES: Record<Language, Messages> = {
  vi: {
    pageTitle: 'Hub06 – Khám phá GraphQL',
    home: 'Trang chủ',
    simulated: 'DỮ LIỆU MÔ PHỎNG',
    languages: 'Ngôn ngữ',
    keyLabel: 'Khóa API',
    keyHint: 'Trong .hub06/keys.json',
    keyApply: 'Dùng',
    keyForget: 'Quên',
    keyShow: 'Hiện',
    keyHide: 'Ẩn',
    keyNone: 'Chưa có khóa',
    keyChecking: 'Đang kiểm tra…',
    keyRefused: 'Khóa bị từ chối',
    keyUnreachable: 'Không có trả lời',
    examples: 'Ví dụ',
    examplesLead: 'Chọn một ví dụ để mở trong thẻ mới, rồi nhấn Ctrl+Enter.',
    personas: {
      dashboard: 'Người dựng bảng điều hành',
      'data-team': 'Đội dữ liệu',
      developer: 'Lập trình viên',
    },
    kinds: { query: 'hỏi', mutation: 'ghi', subscription: 'theo dõi' },
    opened: 'Đã mở',
  },
  en: {
    pageTitle: 'Hub06 – GraphQL explorer',
    home: 'Home',
    simulated: 'SIMULATED DATA',
    languages: 'Language',
    keyLabel: 'API key',
    keyHint: 'In .hub06/keys.json',
    keyApply: 'Use',
    keyForget: 'Forget',
    keyShow: 'Show',
    keyHide: 'Hide',
    keyNone: 'No key yet',
    keyChecking: 'Checking…',
    keyRefused: 'Key refused',
    keyUnreachable: 'No answer',
    examples: 'Examples',
    examplesLead: 'Choose an example to open it in a new tab, then press Ctrl+Enter.',
    personas: { dashboard: 'Dashboard builder', 'data-team': 'Data team', developer: 'Developer' },
    kinds: { query: 'query', mutation: 'write', subscription: 'watch' },
    opened: 'Opened',
  },
};

export const useMessages = messagesOf(MESSAGES);
