/** What can be done with a dataset: cleanse it, verify it, link it. */
import { type ReactNode, useRef, useState } from 'react';
import { CleanseRulesDocument } from '../../../generated/cleanse-rules';
import { ConnectorChoicesDocument } from '../../../generated/connector-choices';
import { DatasetListDocument } from '../../../generated/dataset-list';
import { LinkageModelsDocument } from '../../../generated/linkage-models';
import { PurposePoliciesDocument } from '../../../generated/purpose-policies';
import { verdictWords } from '../../../generated/words/verdict';
import { useHub } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Choice } from '../../parts/fields';
import { Icon, type IconName } from '../../parts/icon';
import { Panel } from '../../parts/panel';
import { RefusalNote } from '../../parts/refusal-note';
import { ErrorPanel } from '../../parts/states';
import { useLanguage, useSay } from '../../shared/use-language';
import { useStartRunMessages } from './start-messages';
import { newIntent, useStart } from './use-start';

interface WayProps {
  id: string;
  ready: boolean;
}

function Way({
  icon,
  words,
  starter,
  onStart,
  ready,
  children,
}: {
  icon: IconName;
  words: { title: string; does: string; go: string };
  starter: ReturnType<typeof useStart>;
  onStart: () => void;
  ready: boolean;
  children: ReactNode;
}) {
  const say = useStartRunMessages();
  return (
    <section className="way" aria-label={words.title}>
      <h3>
        <Icon name={icon} />
        {words.title}
      </h3>
      <p className="soft small">{words.does}</p>
      <div className="way-fields">{children}</div>
      {starter.refusal && <RefusalNote refusal={starter.refusal} />}
      {starter.error && <ErrorPanel error={starter.error} />}
      <Button look="strong" isDisabled={!ready} isPending={starter.isPending} onPress={onStart}>
        {ready ? words.go : say.notYet}
      </Button>
    </section>
  );
}

function CleanseWay({ id, ready }: WayProps) {
  const say = useStartRunMessages().cleanse;
  const words = useSay();
  const starter = useStart();
  const intent = useRef(newIntent());
  const packs = useHub(CleanseRulesDocument, {}).data?.rulePacks ?? [];
  const [chosen, setPack] = useState<string | null>(null);
  const pack = chosen ?? packs.find((one) => one.id === 'resident')?.id ?? packs[0]?.id ?? null;
  const start = () =>
    starter.start({
      kind: 'CLEANSE',
      datasetId: id,
      idempotencyKey: intent.current,
      ...(pack && { rules: { pack } }),
    });
  return (
    <Way icon="edit" words={say} starter={starter} onStart={start} ready={ready}>
      <Choice
        label={say.pack}
        options={packs.map((one) => ({ id: one.id, label: words(one.title) }))}
        value={pack}
        onChange={setPack}
      />
    </Way>
  );
}

function VerifyWay({ id, ready }: WayProps) {
  const say = useStartRunMessages().verify;
  const words = useSay();
  const starter = useStart();
  const intent = useRef(newIntent());
  const policies = useHub(PurposePoliciesDocument, {}).data?.purposePolicies ?? [];
  const connectors = (useHub(ConnectorChoicesDocument, {}).data?.connectors ?? []).filter(
    ({ capabilities }) => capabilities.includes('LOOKUP'),
  );
  const [chosenPurpose, setPurpose] = useState<string | null>(null);
  const [chosenConnector, setConnector] = useState<string | null>(null);
  const policy = policies.find(({ code }) => code === (chosenPurpose ?? 'DOI_SOAT')) ?? policies[0];
  const connector = chosenConnector ?? connectors[0]?.id ?? null;
  const start = () =>
    starter.start({
      kind: 'VERIFY',
      datasetId: id,
      idempotencyKey: intent.current,
      ...(connector && { connector }),
      ...(policy && { purpose: policy.code }),
    });
  return (
    <Way
      icon="check"
      words={say}
      starter={starter}
      onStart={start}
      ready={ready && policy !== undefined && connector !== null}
    >
      <Choice
        label={say.purpose}
        options={policies.map(({ code, title }) => ({ id: code, label: words(title) }))}
        value={policy?.code ?? null}
        onChange={setPurpose}
        help={
          policy &&
          say.accepts(
            ['VERIFIED' as const, ...policy.accepts].map((one) => words(verdictWords[one])).join(', '),
          )
        }
      />
      <Choice
        label={say.connector}
        options={connectors.map((one) => ({ id: one.id, label: words(one.title) }))}
        value={connector}
        onChange={setConnector}
      />
    </Way>
  );
}

const ALONE = '-';

function LinkWay({ id, ready }: WayProps) {
  const say = useStartRunMessages().link;
  const language = useLanguage();
  const starter = useStart();
  const intent = useRef(newIntent());
  const models = useHub(LinkageModelsDocument, {}).data?.linkageModels ?? [];
  const others = (useHub(DatasetListDocument, { first: 50 }).data?.datasets.nodes ?? []).filter(
    (one) => one.id !== id && one.state === 'READY',
  );
  const [chosen, setModel] = useState<string | null>(null);
  const [second, setSecond] = useState(ALONE);
  const [train, setTrain] = useState(false);
  const model =
    chosen ?? models.find((one) => one.id === 'vietnamese-residents')?.id ?? models[0]?.id ?? null;
  const start = () =>
    starter.link({
      datasetId: id,
      idempotencyKey: intent.current,
      train,
      ...(model && { model }),
      ...(second !== ALONE && { secondDatasetId: second }),
    });
  return (
    <Way icon="link" words={say} starter={starter} onStart={start} ready={ready}>
      <Choice
        key={language}
        label={say.model}
        options={models.map((one) => ({ id: one.id, label: one.title.text }))}
        value={model}
        onChange={setModel}
      />
      <Choice
        label={say.second}
        options={[{ id: ALONE, label: say.alone }, ...others.map((one) => ({ id: one.id, label: one.name }))]}
        value={second}
        onChange={setSecond}
      />
      <Checkbox isSelected={train} onChange={setTrain}>
        {say.train}
      </Checkbox>
    </Way>
  );
}

export function StartPanel(props: WayProps) {
  const say = useStartRunMessages();
  return (
    <Panel title={say.title}>
      <div className="ways">
        <CleanseWay {...props} />
        <VerifyWay {...props} />
        <LinkWay {...props} />
      </div>
    </Panel>
  );
}
