/** Small labels: a state with its mark and colour, and the badge that simulated values carry. */
import { type ReactNode } from 'react';
import { messagesOf } from '../shared/use-language';
import { Icon, type IconName } from './icon';
import './badge.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm';

const ICONS: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  warn: 'alert',
  bad: 'close',
  info: 'info',
  calm: 'clock',
};

export function Badge({
  tone = 'calm',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className="badge" data-tone={tone}>
      <Icon name={icon ?? ICONS[tone]} size={14} />
      {children}
    </span>
  );
}

const useMessages = messagesOf({
  vi: { simulated: 'MÔ PHỎNG', means: 'Dữ liệu do máy sinh ra, không phải số liệu thật' },
  en: { simulated: 'SIMULATED', means: 'Generated data, not real figures' },
});

/** Shown beside every value that stems from the pretended national side. */
export function SimulatedBadge({ simulated = true }: { simulated?: boolean }) {
  const say = useMessages();
  return simulated ? (
    <abbr className="simulated-badge" title={say.means}>
      {say.simulated}
    </abbr>
  ) : null;
}
