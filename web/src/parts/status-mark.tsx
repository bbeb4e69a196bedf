/** The mark of a cell's status: each has a shape of its own, so that colour is never needed to tell them apart. */
import { type ReactNode } from 'react';
import { type CellStatus } from '../../generated/types';
import { useStatusWords } from '../shared/status-words';
import './status-mark.css';

const SHAPES: Readonly<Record<CellStatus, ReactNode>> = {
  BENEFITING: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.3 7 10.7 11.4 5.8" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  PARTIAL: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  NOT_YET: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M5.5 5.5l5 5M10.5 5.5l-5 5" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  NOT_APPLICABLE: <path d="M3 8h10" stroke="currentColor" strokeWidth="2.2" />,
  NOT_ASSESSED: (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeDasharray="2 2.2"
    />
  ),
};

export function StatusMark({ status, size = 14 }: { status: CellStatus; size?: number }) {
  return (
    <svg
      className="status-mark"
      data-status={status}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {SHAPES[status]}
    </svg>
  );
}

/** The mark with its words, as in a legend or at the head of a cell. */
export function StatusLabel({ status, short = false }: { status: CellStatus; short?: boolean }) {
  const say = useStatusWords();
  return (
    <span className="status-label" data-status={status}>
      <StatusMark status={status} />
      {short ? say.short[status] : say.status[status]}
    </span>
  );
}
