/** Asks the hub what it is and whom the key belongs to, and writes the answers into the status card. */
import meDocument from '../../../schema/operations/me.graphql?raw';
import serverInfoDocument from '../../../schema/operations/server-info.graphql?raw';
import { readAccessKey } from '../shared/access-key';
import { sendGraphql } from '../shared/graphql-request';
import { type Bilingual } from '../shared/language';
import { inBothLanguages } from './bilingual-nodes';

interface ServerInfo {
  version: string;
  mode: string;
  queueBackend: string;
  simulated: boolean;
}

interface Me {
  role: string;
  keyPrefix: string;
}

const MODES: Record<string, Bilingual> = {
  sandbox: { vi: 'Thử nghiệm (sandbox)', en: 'Sandbox' },
  production: { vi: 'Vận hành (production)', en: 'Production' },
};
const QUEUES: Record<string, string> = { postgres: 'PostgreSQL', postgresql: 'PostgreSQL', redis: 'Redis' };
const TEXTS = {
  asking: { vi: 'Đang hỏi…', en: 'Asking…' },
  up: { vi: 'Đang hoạt động', en: 'Up' },
  down: { vi: 'Không có trả lời', en: 'No answer' },
  simulated: { vi: 'Mô phỏng', en: 'Simulated' },
  real: { vi: 'Thật', en: 'Real' },
  noKey: { vi: 'Chưa nhập trong thẻ trình duyệt này', en: 'None entered in this browser tab' },
  badKey: { vi: 'Khóa không được chấp nhận', en: 'The key is not accepted' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
} as const satisfies Record<string, Bilingual>;

function write(id: string, text: Bilingual | string): void {
  const node = document.querySelector(`#${id}`);
  if (typeof text === 'string') node?.replaceChildren(text);
  else node?.replaceChildren(...inBothLanguages(text));
}

function writeState(state: 'asking' | 'up' | 'down'): void {
  document.querySelector('#state')?.setAttribute('data-state', state);
  write('state', TEXTS[state]);
}

/** dd/MM/yyyy HH:mm:ss in Vietnam, from parts: the locale's own short styles drop zeros and turn the order round. */
function vietnamTime(moment: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return format.format(moment).replace(',', '');
}

/** The hub's word on itself needs no key, so a wrong key cannot hide it. */
async function askServerInfo(): Promise<ServerInfo> {
  const answer = await sendGraphql<{ serverInfo: ServerInfo }>({ query: serverInfoDocument }, '');
  if (answer.data) return answer.data.serverInfo;
  throw new Error(answer.errors?.[0]?.message ?? 'no data');
}

async function askKeyHolder(): Promise<Bilingual | string> {
  const key = readAccessKey();
  if (!key) return TEXTS.noKey;
  try {
    const answer = await sendGraphql<{ me: Me | null }>({ query: meDocument }, key);
    return answer.data?.me ? `${answer.data.me.role} · ${answer.data.me.keyPrefix}…` : TEXTS.badKey;
  } catch {
    return TEXTS.unknown;
  }
}

function writeServerInfo(info: ServerInfo): void {
  const mode = info.mode.toLowerCase();
  write('fact-version', info.version);
  write('fact-mode', MODES[mode] ?? info.mode);
  write('fact-queue', QUEUES[info.queueBackend.toLowerCase()] ?? info.queueBackend);
  write('fact-data', info.simulated ? TEXTS.simulated : TEXTS.real);
  document.querySelector('#simulated')?.toggleAttribute('hidden', !info.simulated);
  for (const node of document.querySelectorAll('[data-sandbox-only]')) {
    node.toggleAttribute('hidden', mode === 'production');
  }
}

export async function showStatus(): Promise<void> {
  writeState('asking');
  const [info, holder] = await Promise.allSettled([askServerInfo(), askKeyHolder()]);
  if (info.status === 'fulfilled') writeServerInfo(info.value);
  writeState(info.status === 'fulfilled' ? 'up' : 'down');
  write('fact-key', holder.status === 'fulfilled' ? holder.value : TEXTS.unknown);
  const time = vietnamTime(new Date());
  const trouble = info.status === 'rejected' ? ` · ${String((info.reason as Error).message)}` : '';
  write('checked', {
    vi: `Lúc ${time} (giờ Việt Nam)${trouble}`,
    en: `At ${time} (Vietnam time)${trouble}`,
  });
}
