/** Asks what would become of the cells if indicators stood otherwise; the address keeps the assumptions, the hub stores none. */
import { ConsoleWhatIfDocument } from '../../../generated/console-what-if';
import { ConsoleFiguresDocument } from '../../../generated/console-figures';
import { useHub } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { Panel } from '../../parts/panel';
import { Answer, EmptyState } from '../../parts/states';
import { StatusLabel } from '../../parts/status-mark';
import { FigureSlider } from './figure-slider';
import { type Assessment } from './matrix-data';
import { type Assumed, type Figures, readAssumed, writeAssumed } from './what-if-data';
import { useWhatIfMessages } from './what-if-messages';
import './what-if.css';

interface Props {
  assessment: Assessment;
  assume: string | null;
  onAssume: (assume: string | null) => void;
  onOpen: (cellId: string) => void;
}

function Sliders({
  figures,
  assumed,
  onAssume,
}: {
  figures: Figures;
  assumed: Assumed;
  onAssume: (assumed: Assumed) => void;
}) {
  const say = useWhatIfMessages();
  const groups = figures.groups
    .map(({ code, title, items }) => ({
      code,
      title: title.text,
      figures: items.flatMap(({ path, indicators }) => indicators.map((figure) => ({ path, figure }))),
    }))
    .filter((group) => group.figures.length > 0);
  if (groups.length === 0) return <EmptyState title={say.noIndicators} />;
  const set = (code: string, value: number | null) => {
    const next = new Map(assumed);
    if (value === null) next.delete(code);
    else next.set(code, value);
    onAssume(next);
  };
  return groups.map(({ code, title, figures: ofGroup }) => (
    <section key={code} aria-label={title}>
      <h3 className="figure-group">
        <span className="heat-letter">{code}</span>
        {title}
      </h3>
      <ul className="figures-list">
        {ofGroup.map(({ path, figure }) => (
          <FigureSlider
            key={figure.indicator.code}
            path={path}
            figure={figure}
            assumed={assumed.get(figure.indicator.code)}
            onAssume={(value) => set(figure.indicator.code, value)}
          />
        ))}
      </ul>
    </section>
  ));
}

function Changes({
  assessmentId,
  assumed,
  onOpen,
}: { assessmentId: string; assumed: Assumed } & Pick<Props, 'onOpen'>) {
  const say = useWhatIfMessages();
  const assume = [...assumed].map(([indicator, value]) => ({ indicator, value }));
  const supposed = useHub(
    ConsoleWhatIfDocument,
    { input: { assessment: assessmentId, assume } },
    { enabled: assume.length > 0, keepPrevious: true },
  );
  if (assume.length === 0) return <EmptyState title={say.start}>{say.startNext}</EmptyState>;
  return (
    <Answer query={supposed}>
      {({ whatIf: { changes, concerned } }) =>
        changes.length === 0 ? (
          <EmptyState title={say.nothing}>{say.nothingNext(concerned)}</EmptyState>
        ) : (
          <>
            <p className="what-if-count">
              <strong>{say.changes(changes.length)}</strong>{' '}
              <span className="soft">{say.concerned(concerned)}</span>
            </p>
            <ol className="what-if-changes">
              {changes.map(({ cell, before, after, declared, why }) => (
                <li key={cell.id}>
                  <button type="button" className="link-button" onClick={() => onOpen(cell.id)}>
                    {cell.item.path} · {cell.column.title.text}
                  </button>
                  <span className="soft small">{cell.item.title.text}</span>
                  <span className="what-if-statuses">
                    <StatusLabel status={before} />
                    <span aria-hidden="true">→</span>
                    <span className="visually-hidden">{say.becomes}</span>
                    <StatusLabel status={after} />
                  </span>
                  <span className="small">{why.text}</span>
                  {declared && <Notice tone="info">{say.declared}</Notice>}
                </li>
              ))}
            </ol>
          </>
        )
      }
    </Answer>
  );
}

function MarksLegend() {
  const say = useWhatIfMessages();
  return (
    <ul className="marks-legend">
      {(['now', 'threshold', 'target'] as const).map((tone) => (
        <li key={tone}>
          <span className="slider-mark" data-tone={tone} />
          {say.marks[tone]}
        </li>
      ))}
    </ul>
  );
}

export function WhatIfView({ assessment, assume, onAssume, onOpen }: Props) {
  const say = useWhatIfMessages();
  const { locality, period } = assessment;
  const figures = useHub(ConsoleFiguresDocument, { locality: locality.code, period: period.code });
  const assumed = readAssumed(assume);
  return (
    <div className="what-if">
      <Panel
        title={say.assume}
        actions={
          assumed.size > 0 && (
            <Button small icon="undo" onPress={() => onAssume(null)}>
              {say.reset}
            </Button>
          )
        }
      >
        <p className="soft small what-if-note">
          {say.assumeNote} {say.days}
        </p>
        <MarksLegend />
        <Answer query={figures}>
          {({ matrix }) => (
            <Sliders figures={matrix} assumed={assumed} onAssume={(next) => onAssume(writeAssumed(next))} />
          )}
        </Answer>
      </Panel>
      <div className="what-if-result" aria-live="polite">
        <Panel title={say.result}>
          <Changes assessmentId={assessment.id} assumed={assumed} onOpen={onOpen} />
        </Panel>
      </div>
    </div>
  );
}
