/** Makes a schedule, or changes the rhythm of one that is there. */
import { useState } from 'react';
import { ConnectorChoicesDocument } from '../../../generated/connector-choices';
import { LocalitiesDocument } from '../../../generated/localities';
import { SchedulesDocument } from '../../../generated/schedules';
import { SetScheduleDocument } from '../../../generated/set-schedule';
import { type CatchUp, type SchedulesQuery } from '../../../generated/types';
import { catchUpWords } from '../../../generated/words/catch-up';
import { isRefused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { DialogBox } from '../../parts/drawer';
import { Choice, Finder, TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { RefusalNote } from '../../parts/refusal-note';
import { useLanguage, useSay } from '../../shared/use-language';
import { RHYTHMS, useRhythmWords } from './rhythm';
import { useScheduleFormMessages } from './schedule-form-messages';

type Schedule = SchedulesQuery['schedules'][number];

/** What a source can be synchronised for; looking people up is not among it. */
const SYNCABLE = ['AGGREGATE', 'HEARTBEAT', 'FEED'];
const OTHER = 'other';
const CATCH_UPS: readonly CatchUp[] = ['ONCE', 'SKIP'];
const MOST_JITTER = 3_600;
const NATION = 'VN';

function useChoices() {
  const language = useLanguage();
  const connectors = useHub(ConnectorChoicesDocument, {});
  const localities = useHub(LocalitiesDocument, {});
  return {
    connectors: (connectors.data?.connectors ?? [])
      .filter(({ capabilities }) => capabilities.some((one) => SYNCABLE.includes(one)))
      .map(({ id, title }) => ({ id, label: title[language] })),
    localities: (localities.data?.localities ?? []).map(({ code, name }) => ({
      id: code,
      label: name[language],
    })),
  };
}

/** Which source and where: what makes a schedule the one it is, hence fixed once it is there. */
function Subject({
  connector,
  locality,
  onConnector,
  onLocality,
  fixed,
}: {
  connector: string | null;
  locality: string;
  onConnector: (id: string) => void;
  onLocality: (code: string) => void;
  fixed: boolean;
}) {
  const say = useScheduleFormMessages();
  const { connectors, localities } = useChoices();
  return (
    <>
      <Choice
        label={say.connector}
        options={connectors}
        value={connector}
        onChange={onConnector}
        isDisabled={fixed}
      />
      <Finder
        label={say.locality}
        help={fixed ? say.fixed : say.localityHelp}
        options={localities}
        value={locality}
        onChange={onLocality}
        isDisabled={fixed}
      />
    </>
  );
}

function Rhythm({ cron, onCron }: { cron: string; onCron: (cron: string) => void }) {
  const say = useScheduleFormMessages();
  const wordsOf = useRhythmWords();
  const [other, setOther] = useState(!RHYTHMS.some((rhythm) => rhythm === cron));
  const options = [
    ...RHYTHMS.map((rhythm) => ({ id: rhythm, label: wordsOf(rhythm) ?? rhythm })),
    { id: OTHER, label: say.other },
  ];
  return (
    <>
      <Choice
        label={say.rhythm}
        options={options}
        value={other ? OTHER : cron}
        onChange={(id) => {
          setOther(id === OTHER);
          if (id !== OTHER) onCron(id);
        }}
      />
      {other && (
        <TextLine
          label={say.cron}
          help={wordsOf(cron) ?? say.cronHelp}
          value={cron}
          onChange={onCron}
          spellCheck="false"
        />
      )}
    </>
  );
}

interface Draft {
  readonly connector: string | null;
  readonly locality: string;
  readonly cron: string;
  /** Seconds, as typed. */
  readonly jitter: string;
  readonly catchUp: CatchUp;
}

function draftOf({ connectorKey, locality, cron, jitterSeconds, catchUp }: Schedule): Draft {
  return { connector: connectorKey, locality: locality.code, cron, jitter: String(jitterSeconds), catchUp };
}

const blankDraft = (locality: string): Draft => ({
  connector: null,
  locality,
  cron: RHYTHMS[0],
  jitter: '30',
  catchUp: 'ONCE',
});

const jitterFits = ({ jitter }: Draft) => /^\d{1,4}$/.test(jitter) && Number(jitter) <= MOST_JITTER;

/** Null while something is missing. */
function inputOf(draft: Draft) {
  const { connector, locality, cron, jitter, catchUp } = draft;
  if (!connector || cron.trim() === '' || !jitterFits(draft)) return null;
  return { connector, locality, cron: cron.trim(), jitterSeconds: Number(jitter), catchUp };
}

export function ScheduleForm({ schedule, onClose }: { schedule: Schedule | null; onClose: () => void }) {
  const say = useScheduleFormMessages();
  const words = useSay();
  const { holder } = useSession();
  const write = useHubWrite(SetScheduleDocument, [SchedulesDocument]);
  const [draft, setDraft] = useState(() =>
    schedule ? draftOf(schedule) : blankDraft(holder?.locality?.code ?? NATION),
  );
  const change = (changes: Partial<Draft>) => setDraft((was) => ({ ...was, ...changes }));
  const input = inputOf(draft);
  const refused = write.data && isRefused(write.data.setSchedule) ? write.data.setSchedule : null;
  const save = () =>
    input &&
    write.mutate({ input }, { onSuccess: ({ setSchedule }) => !isRefused(setSchedule) && onClose() });
  return (
    <DialogBox isOpen onClose={onClose} title={schedule ? say.edit : say.create}>
      <div className="stack">
        <Subject
          connector={draft.connector}
          locality={draft.locality}
          onConnector={(connector) => change({ connector })}
          onLocality={(locality) => change({ locality })}
          fixed={schedule !== null}
        />
        <Rhythm cron={draft.cron} onCron={(cron) => change({ cron })} />
        <TextLine
          label={say.jitter}
          help={say.jitterHelp}
          error={jitterFits(draft) ? undefined : say.jitterWrong}
          value={draft.jitter}
          onChange={(jitter) => change({ jitter })}
          inputMode="numeric"
        />
        <Choice
          label={say.catchUp}
          options={CATCH_UPS.map((id) => ({ id, label: words(catchUpWords[id]) }))}
          value={draft.catchUp}
          onChange={(id) => change({ catchUp: CATCH_UPS.find((one) => one === id) ?? 'ONCE' })}
        />
        {refused && <RefusalNote refusal={refused} />}
        {write.error && <Notice tone="bad">{write.error.message}</Notice>}
        <div className="row">
          <Button look="strong" isPending={write.isPending} isDisabled={!input} onPress={save}>
            {say.save}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </div>
      </div>
    </DialogBox>
  );
}
