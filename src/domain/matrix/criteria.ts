/** What the criteria in the column headers are called: the words in brackets of the official form, as codes with labels. */
import { type Label } from '../verdict/labels';

/** Source: the header row of the matrix for the last six months of 2025. */
export const CRITERIA = {
  TIME: { vi: 'Thời gian', en: 'Time' },
  EFFORT: { vi: 'Công sức', en: 'Effort' },
  COST: { vi: 'Chi phí', en: 'Cost' },
  LESS_HASSLE: { vi: 'Giảm phiền hà', en: 'Less hassle' },
  CONVENIENCE: { vi: 'Thuận tiện', en: 'Convenience' },
  TRUST: { vi: 'Tin cậy', en: 'Trust' },
  SECURITY: { vi: 'An ninh, an toàn, bảo mật', en: 'Security' },
  ACCURACY: { vi: 'Chính xác', en: 'Accuracy' },
  INTERACTION_AND_SUPPORT: { vi: 'Tương tác và hỗ trợ', en: 'Interaction and support' },
  PRODUCTIVITY: { vi: 'Năng suất lao động', en: 'Productivity' },
  COMPETITIVENESS: { vi: 'Khả năng cạnh tranh', en: 'Competitiveness' },
  CUSTOMER_EXPERIENCE: { vi: 'Trải nghiệm khách hàng', en: 'Customer experience' },
  EFFECTIVENESS: { vi: 'Hiệu quả', en: 'Effectiveness' },
  EFFICIENCY: { vi: 'Hiệu suất', en: 'Efficiency' },
  TRANSPARENCY: { vi: 'Minh bạch', en: 'Transparency' },
  CITIZEN_SATISFACTION: { vi: 'Hài lòng của nhân dân', en: 'Citizen satisfaction' },
  MANAGEMENT_AND_STATISTICS: { vi: 'Quản lý và thống kê', en: 'Management and statistics' },
  STAFF_SAVED: { vi: 'Tiết kiệm nhân lực', en: 'Staff saved' },
  LEGAL: { vi: 'Pháp lý', en: 'Legal' },
  INFRASTRUCTURE: { vi: 'Hạ tầng', en: 'Infrastructure' },
  DATA: { vi: 'Dữ liệu', en: 'Data' },
  HUMAN_RESOURCES: { vi: 'Nguồn lực con người', en: 'Human resources' },
  FINANCE: { vi: 'Tài chính', en: 'Finance' },
  RESOURCES: { vi: 'Nguồn lực', en: 'Resources' },
  DUE_DATE: { vi: 'Thời gian hoàn thành', en: 'Due date' },
  UNIT: { vi: 'Đơn vị', en: 'Unit' },
  MINISTRY: { vi: 'Bộ, ngành', en: 'Ministry' },
  LOCALITY: { vi: 'Địa phương', en: 'Locality' },
} as const satisfies Record<string, Label>;

/** A code that a later form invents is shown as it is. */
export function labelCriterion(code: string): Label {
  const known: Label | undefined = (CRITERIA as Readonly<Record<string, Label>>)[code];
  return known ?? { vi: code, en: code };
}
