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
  vi: {
    simulated: 'MÔ PHỎNG',
    short: 'MP',
    means: 'Mô phỏng: dữ liệu do máy sinh ra, không phải số liệu thật',
  },
  en: { simulated: 'SIMULATED', short: 'SIM', means: 'Simulated: generated data, not real figures' },
});

/** Shown beside every value that stems from the pretended national side; `compact` where values stand close. */
export function SimulatedBadge({
  simulated = true,
  compact = false,
}: {
  simulated?: boolean;
  compact?: boolean;
}) {
  const say = useMessages();
  return simulated ? (
    <abbr className="simulated-badge" data-compact={compact || undefined} title={say.means}>
      {compact ? say.short : say.simulated}
    </abbr>
  ) : null;
}
