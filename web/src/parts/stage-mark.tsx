/** The mark of an IOC's stage: a shape of its own for each, beside the colour. */
import { type ReactNode } from 'react';
import { type IocStage } from '../../generated/types';
import { useStageWords } from '../shared/ioc-words';
import './stage-mark.css';

const SHAPES: Readonly<Record<IocStage, ReactNode>> = {
  CONNECTED: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.3 7 10.7 11.4 5.8" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  TRIAL: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="8" cy="8" r="2.8" fill="currentColor" />
    </>
  ),
  DEGRADED: (
    <>
      <path d="M8 1.5 15 14H1z" fill="currentColor" strokeLinejoin="round" />
      <path d="M8 6v3.5M8 11.7v.1" stroke="var(--surface)" strokeWidth="1.6" />
    </>
  ),
  STALE: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />
      <path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" stroke="var(--surface)" strokeWidth="1.7" />
    </>
  ),
  NOT_STARTED: (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2 2.2"
    />
  ),
};

export function StageMark({ stage, size = 14 }: { stage: IocStage; size?: number }) {
  return (
    <svg
      className="stage-mark"
      data-stage={stage}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {SHAPES[stage]}
    </svg>
  );
}

export function StageLabel({ stage }: { stage: IocStage }) {
  const say = useStageWords();
  return (
    <span className="stage-label" data-stage={stage}>
      <StageMark stage={stage} />
      {say.stage[stage]}
    </span>
  );
}
