/** Words the screen that greets a person once the hub is ready. */
import { type SandboxKeyFile } from './sandbox-keys';

export interface ReadyFacts {
  readonly url: string;
  readonly simulatorUrl: string;
  readonly dataDir: string;
  readonly mode: 'sandbox' | 'production';
  /** Null in production mode, whose keys are shown once when they are made and never again. */
  readonly keys: SandboxKeyFile | null;
  readonly seconds: number;
  readonly attached: boolean;
}

/** The whole screen, Vietnamese first, then English in short. */
export function wordReadyScreen(facts: ReadyFacts): string {
  return [
    '',
    `Hub06 đã sẵn sàng sau ${decimal(facts.seconds, 'vi')} giây. Dữ liệu dân cư ở đây đều là MÔ PHỎNG.`,
    ...(facts.attached ? ['PostgreSQL của lần chạy trước vẫn còn và đã được dùng tiếp.'] : []),
    '',
    `  Trang chính   ${facts.url}/`,
    ...(facts.mode === 'sandbox' ? [`  Khám phá API  ${facts.url}/explorer`] : []),
    `  GraphQL       ${facts.url}/graphql`,
    `  Mô phỏng      ${facts.simulatorUrl}/healthz`,
    `  Dữ liệu, log  ${facts.dataDir}`,
    '',
    ...wordKeys(facts),
    'Thử ngay, trong một cửa sổ dòng lệnh khác:',
    '  npx hub06 verify samples/residents-dirty.csv --watch --out verdicts.csv',
    '  npx hub06 --help',
    'Dừng: Ctrl-C',
    '',
    `Hub06 is ready after ${decimal(facts.seconds, 'en')} s. Every resident here is SIMULATED.`,
    'Addresses and keys are above. Next: run the verify command in another terminal. Stop with Ctrl-C.',
    '',
  ].join('\n');
}

function wordKeys(facts: ReadyFacts): string[] {
  if (!facts.keys) return [];
  return [
    'Khóa (gửi kèm "Authorization: Bearer <khóa>"):',
    `  viewer        ${facts.keys.viewer}`,
    `  operator      ${facts.keys.operator}`,
    `  steward       ${facts.keys.steward}`,
    `  admin         ${facts.keys.admin}`,
    '',
  ];
}

function decimal(seconds: number, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    seconds,
  );
}
