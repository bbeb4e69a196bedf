/** The refusals that concern connectors and the simulated side behind them. */

export interface RefusalText {
  readonly vi: string;
  readonly en: string;
}

export const CONNECTOR_REFUSALS = {
  CONNECTOR_NOT_FOUND: {
    vi: 'Không có kết nối nào mang mã này. Truy vấn connectors liệt kê các kết nối hiện có.',
    en: 'No connector has this key. The query connectors lists those there are.',
  },
  CONNECTOR_SETTINGS_INVALID: {
    vi: 'Thiết lập không đúng với lược đồ của kết nối. Trường settingsSchema của kết nối cho biết từng mục nhận giá trị nào.',
    en: "The settings do not fit the connector's schema. Its field settingsSchema says what each of them takes.",
  },
  SIMULATOR_UNREACHABLE: {
    vi: 'Phía mô phỏng không trả lời. Hãy kiểm tra tiến trình simulator còn chạy rồi thử lại.',
    en: 'The simulator does not answer. See that its process still runs, then try again.',
  },
  SCENARIO_NOT_FOUND: {
    vi: 'Không có kịch bản này. Truy vấn simulator liệt kê các kịch bản.',
    en: 'There is no such scenario. The query simulator lists them.',
  },
} as const satisfies Record<string, RefusalText>;
