/** How far a run is, how fast it goes and when it will be done; told aloud at every tenth. */
import { Badge } from '../../parts/badge';
import { Figures } from '../../parts/figures';
import { Panel } from '../../parts/panel';
import { ProgressBar } from '../../parts/progress-bar';
import { isMoving } from '../../parts/run-state';
import { RunStateBadge } from '../../parts/run-state-badge';
import { formatNumber, formatShare, formatSpan } from '../../shared/format';
import { useRunMessages } from './run-messages';
import { type RunView } from './run-view';

function secondsOf({ startedAt, finishedAt }: RunView): number | null {
  return startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null;
}

export function ProgressPanel({ run, isLive }: { run: RunView; isLive: boolean }) {
  const say = useRunMessages();
  const { done, total, rowsPerSecond, etaSeconds } = run.progress;
  const moving = isMoving(run.state);
  const share = total ? done / total : 0;
  const tenth = Math.floor(share * 10) / 10;
  return (
    <Panel
      title={say.progress}
      actions={
        <>
          {isLive && (
            <Badge tone="info" icon="play">
              {say.live}
            </Badge>
          )}
          <RunStateBadge state={run.state} />
        </>
      }
    >
      <div className="run-progress">
        {total === null && moving ? (
          <p className="soft">{say.waits}</p>
        ) : (
          <ProgressBar
            label={say.progress}
            done={done}
            total={total}
            words={total ? formatShare(share, 0) : formatNumber(done)}
          />
        )}
        <Figures
          figures={[
            {
              name: run.kind === 'SYNC' ? say.done.provinces : say.done.rows,
              value: total === null ? formatNumber(done) : say.of(formatNumber(done), formatNumber(total)),
            },
            {
              name: say.rate,
              value: rowsPerSecond === null ? '–' : say.perSecond(formatNumber(rowsPerSecond)),
            },
            { name: moving ? say.eta : say.took, value: formatSpan(moving ? etaSeconds : secondsOf(run)) },
          ]}
        />
      </div>
      <p className="visually-hidden" role="status">
        {moving ? say.moving(formatShare(tenth, 0)) : say.over}
      </p>
    </Panel>
  );
}
