/** The feeds that the IOC of every province owes the hub, and when one of them counts as good. */

/** Codes and titles. Rule: the usual subsystems of provincial IOCs, of which these carry figures and no persons; the choice is ours. */
export const FEEDS_DUE = [
  { code: 'dan-cu', title: { vi: 'Dân cư tổng hợp', en: 'Population aggregates' } },
  { code: 'dich-vu-cong', title: { vi: 'Dịch vụ công', en: 'Public services' } },
  { code: 'phan-anh', title: { vi: 'Phản ánh, kiến nghị', en: 'Citizen feedback' } },
  { code: 'y-te', title: { vi: 'Y tế', en: 'Health' } },
  { code: 'luu-tru', title: { vi: 'Lưu trú', en: 'Lodging' } },
  { code: 'so-hoa', title: { vi: 'Số hóa và đối soát dữ liệu', en: 'Digitised and verified data' } },
] as const;
export type FeedCode = (typeof FEEDS_DUE)[number]['code'];

export function findFeed(code: string): (typeof FEEDS_DUE)[number] | null {
  return FEEDS_DUE.find((feed) => feed.code === code) ?? null;
}
