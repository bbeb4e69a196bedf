/** One sentence on how something went, read aloud as it appears. */
import { type ReactNode } from 'react';
import { type Tone } from './badge';
import { Icon } from './icon';
import './notice.css';

export function Notice({ tone, children }: { tone: Exclude<Tone, 'calm'>; children: ReactNode }) {
  const icon = { good: 'check', warn: 'alert', bad: 'alert', info: 'info' } as const;
  return (
    <div className="notice" data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icon[tone]} size={16} />
      <div>{children}</div>
    </div>
  );
}
