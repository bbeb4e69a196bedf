/** The schedules of synchronisations: their rhythm, next slot and last outcome; made, changed, paused, run by hand and deleted. */
import { useState } from 'react';
import { Link } from 'wouter';
import { PauseScheduleDocument } from '../../../generated/pause-schedule';
import { ResumeScheduleDocument } from '../../../generated/resume-schedule';
import { SchedulesDocument } from '../../../generated/schedules';
import { TriggerScheduleDocument } from '../../../generated/trigger-schedule';
import { type SchedulesQuery } from '../../../generated/types';
import { scheduleOutcomeWords } from '../../../generated/words/schedule-outcome';
import { isRefused, type Refused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Badge } from '../../parts/badge';
import { Button, IconButton } from '../../parts/button';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { RefusalNote } from '../../parts/refusal-note';
import { RunStateBadge } from '../../parts/run-state-badge';
import { SourceLine } from '../../parts/source-line';
import { Answer, EmptyState, ErrorPanel } from '../../parts/states';
import { formatMoment, formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { DeleteScheduleDialog } from './delete-schedule-dialog';
import { useRhythmWords } from './rhythm';
import { ScheduleForm } from './schedule-form';
import { useSchedulesMessages } from './schedules-messages';

type Schedule = SchedulesQuery['schedules'][number];

const REFRESH_MS = 5_000;

function useActions() {
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const pause = useHubWrite(PauseScheduleDocument, [SchedulesDocument]);
  const resume = useHubWrite(ResumeScheduleDocument, [SchedulesDocument]);
  const trigger = useHubWrite(TriggerScheduleDocument, [SchedulesDocument]);
  const note = (answer: object): void => setRefusal(isRefused(answer) ? (answer as Refused) : null);
  return {
    refusal,
    error: pause.error ?? resume.error ?? trigger.error,
    pause: (id: string) => pause.mutate({ id }, { onSuccess: (data) => note(data.pauseSchedule) }),
    resume: (id: string) => resume.mutate({ id }, { onSuccess: (data) => note(data.resumeSchedule) }),
    trigger: (id: string) => trigger.mutate({ id }, { onSuccess: (data) => note(data.triggerSchedule) }),
  };
}

type Actions = ReturnType<typeof useActions>;

/** The dialog that stands open: the form, empty or with a schedule, or the question before a deletion. */
type Asked = { readonly form: Schedule | null } | { readonly deleting: Schedule } | null;

interface RowProps {
  schedule: Schedule;
  actions: Actions;
  onAsk: (asked: Asked) => void;
}

function Buttons({ schedule, actions, onAsk }: RowProps) {
  const say = useSchedulesMessages();
  const { may } = useSession();
  const { id, paused } = schedule;
  return (
    <span className="cell-actions">
      {may('OPERATOR') && (
        <Button small icon="play" aria-label={say.named(say.trigger, id)} onPress={() => actions.trigger(id)}>
          {say.trigger}
        </Button>
      )}
      {may('STEWARD') && (
        <>
          <Button
            small
            aria-label={say.named(paused ? say.resume : say.pause, id)}
            onPress={() => (paused ? actions.resume : actions.pause)(id)}
          >
            {paused ? say.resume : say.pause}
          </Button>
          <IconButton icon="edit" label={say.named(say.edit, id)} onPress={() => onAsk({ form: schedule })} />
          <IconButton
            icon="trash"
            label={say.named(say.delete, id)}
            onPress={() => onAsk({ deleting: schedule })}
          />
        </>
      )}
    </span>
  );
}

function LastSlot({ schedule }: { schedule: Schedule }) {
  const say = useSchedulesMessages();
  const words = useSay();
  const { lastFiredAt, lastOutcome, lastRun } = schedule;
  if (!lastFiredAt) return <span className="soft">{say.never}</span>;
  return (
    <>
      {lastRun ? (
        <Link href={`/runs/${lastRun.id}`}>{formatMoment(lastFiredAt, true)}</Link>
      ) : (
        formatMoment(lastFiredAt, true)
      )}{' '}
      {lastRun && <RunStateBadge state={lastRun.state} />}
      {lastOutcome && lastOutcome !== 'STARTED' && (
        <div className="soft small">{words(scheduleOutcomeWords[lastOutcome])}</div>
      )}
    </>
  );
}

function ScheduleRow({ schedule, actions, onAsk }: RowProps) {
  const say = useSchedulesMessages();
  const words = useSay();
  const rhythm = useRhythmWords()(schedule.cron);
  const { connector, connectorKey, locality, cron, jitterSeconds, paused, nextAt } = schedule;
  return (
    <tr>
      <th scope="row">
        <Link href={`/connectors/${connectorKey}`}>{connector ? words(connector.title) : connectorKey}</Link>
      </th>
      <td>{words(locality.name)}</td>
      <td>
        {rhythm && <div className="one-line">{rhythm}</div>}
        <div className="soft small one-line">
          <code className="mono">{cron}</code>
          {jitterSeconds > 0 && ` · ${say.jitter(formatNumber(jitterSeconds))}`}
        </div>
      </td>
      <td>
        {paused ? (
          <Badge tone="warn" icon="pause">
            {say.paused}
          </Badge>
        ) : (
          formatMoment(nextAt)
        )}
      </td>
      <td>
        <LastSlot schedule={schedule} />
      </td>
      <td>
        <Buttons schedule={schedule} actions={actions} onAsk={onAsk} />
      </td>
    </tr>
  );
}

function ScheduleTable({
  schedules,
  ...rest
}: { schedules: readonly Schedule[] } & Omit<RowProps, 'schedule'>) {
  const say = useSchedulesMessages();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say.connector}</th>
          <th scope="col">{say.locality}</th>
          <th scope="col">{say.cron}</th>
          <th scope="col">{say.next}</th>
          <th scope="col">{say.last}</th>
          <th scope="col">{say.does}</th>
        </tr>
      </thead>
      <tbody>
        {schedules.map((schedule) => (
          <ScheduleRow key={schedule.id} schedule={schedule} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

export function SchedulesPage() {
  const say = useSchedulesMessages();
  const query = useHub(SchedulesDocument, {}, { every: REFRESH_MS });
  const actions = useActions();
  const { may } = useSession();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead}>
        {may('STEWARD') && (
          <Button look="strong" icon="plus" onPress={() => setAsked({ form: null })}>
            {say.add}
          </Button>
        )}
      </PageHead>
      {actions.refusal && <RefusalNote refusal={actions.refusal} />}
      {actions.error && <ErrorPanel error={actions.error} />}
      <Panel title={say.list} flush>
        <Answer query={query}>
          {({ schedules }) =>
            schedules.length === 0 ? (
              <EmptyState title={say.empty}>
                <p>{say.emptyNext}</p>
              </EmptyState>
            ) : (
              <ScheduleTable schedules={schedules} actions={actions} onAsk={setAsked} />
            )
          }
        </Answer>
      </Panel>
      {asked && 'form' in asked && <ScheduleForm schedule={asked.form} onClose={close} />}
      {asked && 'deleting' in asked && <DeleteScheduleDialog id={asked.deleting.id} onClose={close} />}
      {query.data && <SourceLine at={new Date(query.dataUpdatedAt)} source={say.source} />}
    </div>
  );
}
