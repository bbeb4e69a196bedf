/** What the status of a cell rests on: runs and indicators, newest first, each with its time and whether it is simulated. */
import { Link } from 'wouter';
import { SourceLine } from '../../parts/source-line';
import { EmptyState } from '../../parts/states';
import { type CellDetail } from './cell-data';
import { useCellMessages } from './cell-messages';

export function CellEvidence({ cell }: { cell: CellDetail }) {
  const say = useCellMessages();
  const { nodes, totalCount } = cell.evidence;
  if (totalCount === 0) {
    return (
      <EmptyState title={say.noEvidence}>
        <p>{say.noEvidenceNext}</p>
      </EmptyState>
    );
  }
  return (
    <ol className="cell-list">
      {nodes.map((one) => {
        const run = 'run' in one ? one.run : null;
        return (
          <li key={one.id}>
            <p>{one.summary.text}</p>
            <SourceLine
              at={one.observedAt}
              source={run ? say.fromRun : say.fromIndicator}
              simulated={one.simulated}
            />
            {run && (
              <Link className="small" href={`/runs/${run.id}`}>
                {say.openRun}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}
