/** Every page of the console, in the order of the navigation. A new page is a folder beside this file and an entry here. */
import { type PageEntry } from '../shell/page-entry';

export const PAGES: readonly PageEntry[] = [
  {
    path: '/',
    role: 'VIEWER',
    nav: { section: 'watch', title: { vi: 'Tổng quan', en: 'Overview' }, icon: 'overview' },
    load: async () => (await import('./overview/overview-page')).OverviewPage,
  },
  {
    path: '/matrix',
    role: 'VIEWER',
    nav: { section: 'watch', title: { vi: 'Ma trận', en: 'Matrix' }, icon: 'matrix' },
    load: async () => (await import('./matrix/matrix-page')).MatrixPage,
  },
  {
    path: '/ioc',
    role: 'VIEWER',
    nav: { section: 'watch', title: { vi: 'Bảng IOC', en: 'IOC board' }, icon: 'ioc' },
    load: async () => (await import('./ioc/ioc-page')).IocPage,
  },
  {
    path: '/ioc/:province',
    role: 'VIEWER',
    load: async () => (await import('./ioc/province-page')).ProvincePage,
  },
  {
    path: '/data',
    role: 'VIEWER',
    nav: { section: 'work', title: { vi: 'Tệp dữ liệu', en: 'Data files' }, icon: 'data' },
    load: async () => (await import('./data/data-page')).DataPage,
  },
  {
    path: '/data/new',
    role: 'OPERATOR',
    load: async () => (await import('./upload/upload-page')).UploadPage,
  },
  {
    path: '/data/:id',
    role: 'VIEWER',
    load: async () => (await import('./dataset/dataset-page')).DatasetPage,
  },
  {
    path: '/runs',
    role: 'VIEWER',
    nav: { section: 'work', title: { vi: 'Lượt chạy', en: 'Runs' }, icon: 'run' },
    load: async () => (await import('./runs/runs-page')).RunsPage,
  },
  {
    path: '/runs/:id',
    role: 'VIEWER',
    load: async () => (await import('./run/run-page')).RunPage,
  },
  {
    path: '/quality/:of/:id',
    role: 'VIEWER',
    load: async () => (await import('./quality/quality-page')).QualityPage,
  },
  {
    path: '/review',
    role: 'OPERATOR',
    nav: { section: 'work', title: { vi: 'Xem xét', en: 'Review' }, icon: 'review' },
    load: async () => (await import('./review/review-page')).ReviewPage,
  },
  {
    path: '/schedules',
    role: 'VIEWER',
    nav: { section: 'work', title: { vi: 'Lịch đồng bộ', en: 'Schedules' }, icon: 'schedule' },
    load: async () => (await import('./schedules/schedules-page')).SchedulesPage,
  },
  {
    path: '/connectors',
    role: 'VIEWER',
    nav: { section: 'build', title: { vi: 'Đầu nối', en: 'Connectors' }, icon: 'connector' },
    load: async () => (await import('./connectors/connectors-page')).ConnectorsPage,
  },
  {
    path: '/connectors/:id',
    role: 'VIEWER',
    load: async () => (await import('./connector/connector-page')).ConnectorPage,
  },
  {
    path: '/start',
    role: null,
    nav: { section: 'build', title: { vi: 'Bắt đầu', en: 'Getting started' }, icon: 'home' },
    load: async () => (await import('./start/start-page')).StartPage,
  },
  {
    path: '/keys',
    role: 'ADMIN',
    nav: { section: 'govern', title: { vi: 'Khóa API', en: 'API keys' }, icon: 'key' },
    load: async () => (await import('./keys/keys-page')).KeysPage,
  },
  {
    path: '/audit',
    role: 'ADMIN',
    nav: { section: 'govern', title: { vi: 'Nhật ký', en: 'Audit trail' }, icon: 'audit' },
    load: async () => (await import('./audit/audit-page')).AuditPage,
  },
  {
    path: '/system',
    role: 'ADMIN',
    nav: { section: 'govern', title: { vi: 'Hàng đợi, hệ thống', en: 'Queue, system' }, icon: 'system' },
    load: async () => (await import('./system/system-page')).SystemPage,
  },
];
