/** The chunks of a run: which rows each holds, how far it is, and what it went through. */
import { RunChunksDocument } from '../../../generated/run-chunks';
import { type ChunkState, type RunChunksQuery } from '../../../generated/types';
import { chunkStateWords } from '../../../generated/words/chunk-state';
import { chunkStepWords } from '../../../generated/words/chunk-step';
import { useHubPages } from '../../hub/use-hub-pages';
import { Badge, type Tone } from '../../parts/badge';
import { Button } from '../../parts/button';
import { type IconName } from '../../parts/icon';
import { Panel } from '../../parts/panel';
import { EmptyState, ErrorPanel, Skeleton } from '../../parts/states';
import { formatMoment, formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useChunksMessages } from './chunks-messages';

type Chunk = NonNullable<RunChunksQuery['run']>['chunks']['nodes'][number];

const PAGE = 100;
const REFRESH_MS = 2_000;

const LOOKS: Readonly<Record<ChunkState, { tone: Tone; icon: IconName }>> = {
  BLOCKED: { tone: 'calm', icon: 'pause' },
  READY: { tone: 'calm', icon: 'clock' },
  WAITING_CONNECTOR: { tone: 'warn', icon: 'clock' },
  LEASED: { tone: 'info', icon: 'run' },
  DONE: { tone: 'good', icon: 'check' },
  SPLIT: { tone: 'calm', icon: 'compare' },
  QUARANTINED: { tone: 'bad', icon: 'alert' },
  CANCELLED: { tone: 'calm', icon: 'close' },
};

/** What a chunk went through beyond being taken on once, in words. */
function troublesOf(chunk: Chunk, say: ReturnType<typeof useChunksMessages>): string {
  const { crashes, retries, faults, notBefore, state } = chunk;
  return [
    crashes > 0 && say.crashes(formatNumber(crashes)),
    retries > 0 && say.retries(formatNumber(retries)),
    faults > 0 && say.faults(formatNumber(faults)),
    notBefore && state === 'WAITING_CONNECTOR' && say.notBefore(formatMoment(notBefore, true)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One small tile a chunk, for the eye; the table below says the same. */
function Strip({ chunks }: { chunks: readonly Chunk[] }) {
  return (
    <div className="chunk-strip" aria-hidden="true">
      {chunks.map(({ no, state }) => (
        <span key={no} data-state={state} title={`#${no}`} />
      ))}
    </div>
  );
}

function ChunkLine({ chunk }: { chunk: Chunk }) {
  const say = useChunksMessages();
  const words = useSay();
  const { no, step, firstSeq, lastSeq, state, claims, doneAt } = chunk;
  return (
    <tr>
      <th scope="row" className="number">
        {formatNumber(no)}
      </th>
      {step === 'WORK' ? (
        <>
          <td className="number">{say.span(formatNumber(firstSeq), formatNumber(lastSeq))}</td>
          <td className="number">{formatNumber(lastSeq - firstSeq + 1)}</td>
        </>
      ) : (
        <td colSpan={2} className="soft">
          {words(chunkStepWords[step])}
        </td>
      )}
      <td>
        <Badge {...LOOKS[state]}>{words(chunkStateWords[state])}</Badge>
      </td>
      <td className="number">{formatNumber(claims)}</td>
      <td className="number">{formatMoment(doneAt, true)}</td>
      <td className="small">{troublesOf(chunk, say)}</td>
    </tr>
  );
}

export function ChunksTab({ runId, moving }: { runId: string; moving: boolean }) {
  const say = useChunksMessages();
  const pages = useHubPages(RunChunksDocument, { id: runId, first: PAGE }, ({ run }) => run?.chunks, {
    every: moving && REFRESH_MS,
  });
  if (pages.error) return <ErrorPanel error={pages.error} onRetry={pages.again} />;
  if (!pages.nodes) return <Skeleton lines={8} />;
  const { nodes, totalCount } = pages;
  return (
    <Panel title={say.title} note={say.total(formatNumber(nodes.length), formatNumber(totalCount))} flush>
      {nodes.length === 0 ? (
        <EmptyState title={say.none}>{say.noneNext}</EmptyState>
      ) : (
        <>
          <Strip chunks={nodes} />
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {say.no}
                </th>
                <th scope="col" className="number">
                  {say.rowSpan}
                </th>
                <th scope="col" className="number">
                  {say.rows}
                </th>
                <th scope="col">{say.state}</th>
                <th scope="col" className="number">
                  {say.claims}
                </th>
                <th scope="col" className="number">
                  {say.doneAt}
                </th>
                <th scope="col">{say.troubles}</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map((chunk) => (
                <ChunkLine key={chunk.no} chunk={chunk} />
              ))}
            </tbody>
          </table>
          {pages.hasMore && (
            <p className="more-line">
              <Button isPending={pages.isFetching} onPress={pages.more}>
                {say.more}
              </Button>
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
