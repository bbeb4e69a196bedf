/** Pages that follow what happens ask again by themselves; the reader can stop that, and hears that it stopped. */
import { type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { formatTime } from '../shared/format';
import { messagesOf } from '../shared/use-language';
import { Button } from './button';
import './auto-refresh.css';

const useMessages = messagesOf({
  vi: {
    pause: 'Tạm dừng',
    resume: 'Tiếp tục',
    live: (seconds: number) => `Tự cập nhật mỗi ${seconds} giây`,
    paused: 'Đã dừng tự cập nhật',
    at: 'số liệu lúc',
  },
  en: {
    pause: 'Pause',
    resume: 'Resume',
    live: (seconds: number) => `Refreshes every ${seconds} seconds`,
    paused: 'Not refreshing',
    at: 'figures of',
  },
});

export interface AutoRefresh {
  /** For the `every` of a question. */
  readonly every: number | false;
  readonly seconds: number;
  readonly paused: boolean;
  toggle(): void;
}

export function useAutoRefresh(seconds: number): AutoRefresh {
  const [paused, setPaused] = useState(false);
  return { every: paused ? false : seconds * 1000, seconds, paused, toggle: () => setPaused(!paused) };
}

export function RefreshControl({
  refresh,
  queries,
}: {
  refresh: AutoRefresh;
  queries: readonly Pick<UseQueryResult, 'dataUpdatedAt'>[];
}) {
  const say = useMessages();
  const times = queries.map(({ dataUpdatedAt }) => dataUpdatedAt).filter((time) => time > 0);
  const oldest = times.length > 0 ? Math.min(...times) : null;
  return (
    <div className="refresh">
      <span className="refresh-light" data-paused={refresh.paused || undefined} />
      <span role="status">{refresh.paused ? say.paused : say.live(refresh.seconds)}</span>
      {oldest !== null && (
        <span className="refresh-time">
          {say.at} {formatTime(new Date(oldest), true)}
        </span>
      )}
      <Button small icon={refresh.paused ? 'play' : 'pause'} onPress={refresh.toggle}>
        {refresh.paused ? say.resume : say.pause}
      </Button>
    </div>
  );
}
