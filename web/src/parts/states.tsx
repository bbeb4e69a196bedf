/** What a page shows while it waits, when there is nothing, and when something went wrong. */
import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type HubError } from '../hub/hub-error';
import { messagesOf } from '../shared/use-language';
import { Button } from './button';
import { CopyButton } from './copy-button';
import { Icon } from './icon';
import './states.css';

const useMessages = messagesOf({
  vi: {
    wrong: 'Không lấy được dữ liệu',
    code: 'Mã lỗi',
    request: 'Mã yêu cầu',
    copy: 'Sao chép mã',
    again: 'Thử lại',
    loading: 'Đang tải…',
  },
  en: {
    wrong: 'The data could not be had',
    code: 'Code',
    request: 'Request',
    copy: 'Copy the codes',
    again: 'Try again',
    loading: 'Loading…',
  },
});

/** Grey bars in the shape of what is coming. */
export function Skeleton({ lines = 6, tall = false }: { lines?: number; tall?: boolean }) {
  const say = useMessages();
  return (
    <div className={`skeleton${tall ? ' skeleton-tall' : ''}`} role="status">
      <span className="visually-hidden">{say.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" data-width={line % 4} />
      ))}
    </div>
  );
}

/** Says that there is nothing yet, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {children && <div className="empty-state-next">{children}</div>}
    </div>
  );
}

export function ErrorPanel({ error, onRetry }: { error: HubError; onRetry?: () => void }) {
  const say = useMessages();
  const codes = [error.code, error.requestId].filter(Boolean).join(' ');
  return (
    <div className="error-panel" role="alert">
      <Icon name="alert" />
      <div>
        <p className="error-panel-title">{say.wrong}</p>
        <p>{error.message}</p>
        <p className="error-panel-codes">
          {say.code} <code>{error.code}</code>
          {error.requestId && (
            <>
              {' · '}
              {say.request} <code>{error.requestId}</code>
            </>
          )}
        </p>
        <div className="row">
          {onRetry && (
            <Button small icon="refresh" onPress={onRetry}>
              {say.again}
            </Button>
          )}
          <CopyButton text={codes} label={say.copy} />
        </div>
      </div>
    </div>
  );
}

/** Shows the answer to a query, its skeleton before, its error instead. */
export function Answer<Data>({
  query,
  skeleton = <Skeleton />,
  children,
}: {
  query: UseQueryResult<Data, HubError>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton;
}
