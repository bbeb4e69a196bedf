/** The words of the frame around every page. */
import { type Role } from '../../generated/types';
import { messagesOf } from '../shared/use-language';
import { type Section } from './page-entry';

interface FrameMessages {
  skip: string;
  pages: string;
  openMenu: string;
  closeMenu: string;
  product: string;
  sections: Record<Section, string>;
  explorer: string;
  simulated: string;
  simulatedMeans: string;
  language: string;
  theme: string;
  themes: Record<'system' | 'light' | 'dark', string>;
  signedInAs: string;
  wholeNation: string;
  signOut: string;
  roles: Record<Role, string>;
  notFound: string;
  notFoundNext: string;
  notAllowed: string;
  notAllowedNext: (role: string) => string;
  toOverview: string;
}

export const useFrameMessages = messagesOf<FrameMessages>({
  vi: {
    skip: 'Đến nội dung chính',
    pages: 'Các trang',
    openMenu: 'Mở danh mục',
    closeMenu: 'Đóng danh mục',
    product: 'Đề án 06',
    sections: { watch: 'Theo dõi', work: 'Dữ liệu', build: 'Tích hợp', govern: 'Quản trị' },
    explorer: 'Khám phá GraphQL',
    simulated: 'DỮ LIỆU MÔ PHỎNG',
    simulatedMeans:
      'Cư dân và câu trả lời của cơ sở dữ liệu quốc gia ở đây đều do máy sinh ra. Không có người thật nào.',
    language: 'Ngôn ngữ',
    theme: 'Giao diện',
    themes: { system: 'Theo máy', light: 'Sáng', dark: 'Tối' },
    signedInAs: 'Đang dùng khóa',
    wholeNation: 'Cả nước',
    signOut: 'Đăng xuất',
    roles: { VIEWER: 'Người xem', OPERATOR: 'Cán bộ dữ liệu', STEWARD: 'Người duyệt', ADMIN: 'Quản trị' },
    notFound: 'Không có trang này',
    notFoundNext: 'Địa chỉ có thể đã cũ hoặc gõ sai.',
    notAllowed: 'Khóa này chưa được mở trang này',
    notAllowedNext: (role) => `Cần khóa có vai trò “${role}” trở lên. Hãy xin người quản trị một khóa khác.`,
    toOverview: 'Về trang tổng quan',
  },
  en: {
    skip: 'Skip to the content',
    pages: 'Pages',
    openMenu: 'Open the menu',
    closeMenu: 'Close the menu',
    product: 'Project 06',
    sections: { watch: 'Watch', work: 'Data', build: 'Integrate', govern: 'Administer' },
    explorer: 'GraphQL explorer',
    simulated: 'SIMULATED DATA',
    simulatedMeans:
      'The residents and the answers of the national database here are all generated. Nobody in them is real.',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'As the machine', light: 'Light', dark: 'Dark' },
    signedInAs: 'Signed in with key',
    wholeNation: 'Whole nation',
    signOut: 'Sign out',
    roles: { VIEWER: 'Viewer', OPERATOR: 'Data officer', STEWARD: 'Steward', ADMIN: 'Administrator' },
    notFound: 'There is no such page',
    notFoundNext: 'The address may be old or mistyped.',
    notAllowed: 'This key does not open this page',
    notAllowedNext: (role) =>
      `It takes a key with the role “${role}” or more. Ask an administrator for another key.`,
    toOverview: 'To the overview',
  },
});
