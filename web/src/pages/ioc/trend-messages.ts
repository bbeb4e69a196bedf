/** The words of the trend of an indicator. */
import { messagesOf } from '../../shared/use-language';

export const useTrendMessages = messagesOf({
  vi: {
    title: 'Chỉ số theo thời gian',
    indicator: 'Chỉ số',
    span: 'Khoảng thời gian',
    spans: { DAY: '30 ngày', WEEK: '26 tuần', MONTH: '24 tháng' },
    target: (value: string) => `mục tiêu\n${value}`,
    threshold: (value: string) => `ngưỡng tối thiểu\n${value}`,
    chart: (name: string, last: string) =>
      `Biểu đồ ${name}; số mới nhất ${last}; bảng bên dưới có cùng số liệu.`,
    asTable: (count: string) => `Xem ${count} số liệu dạng bảng`,
    time: 'Thời gian',
    value: 'Giá trị',
    none: 'Chưa có chỉ số nào có số liệu',
    noneNext: 'Số liệu đến từ các lượt đồng bộ hoặc từ tệp CSV được nhập.',
    noneInSpan: 'Không có số liệu trong khoảng này',
    noneInSpanNext: 'Chọn khoảng dài hơn.',
  },
  en: {
    title: 'Indicators over time',
    indicator: 'Indicator',
    span: 'Span of time',
    spans: { DAY: '30 days', WEEK: '26 weeks', MONTH: '24 months' },
    target: (value: string) => `target\n${value}`,
    threshold: (value: string) => `lower threshold\n${value}`,
    chart: (name: string, last: string) =>
      `Chart of ${name}; newest ${last}; the table below has the same figures.`,
    asTable: (count: string) => `See the ${count} figures as a table`,
    time: 'Time',
    value: 'Value',
    none: 'No indicator has a figure yet',
    noneNext: 'Figures come from synchronisations or from imported CSV files.',
    noneInSpan: 'There are no figures in this span',
    noneInSpanNext: 'Choose a longer one.',
  },
});
