/** The rules of a cleansing with their switches; what is turned over takes effect when it is cleansed again. */
import { type ReactNode, useRef, useState } from 'react';
import { CleanseRulesDocument } from '../../../generated/cleanse-rules';
import { RunRulesDocument } from '../../../generated/run-rules';
import { ruleModeWords } from '../../../generated/words/rule-mode';
import { useSession } from '../../hub/session';
import { useHub } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Switch } from '../../parts/checkbox';
import { Panel } from '../../parts/panel';
import { RefusalNote } from '../../parts/refusal-note';
import { Answer, EmptyState, ErrorPanel } from '../../parts/states';
import { formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { newIntent, useStart } from '../dataset/use-start';
import { useChangesMessages } from './changes-messages';
import { type Catalogue, type Rules, rulesAfter, type UsedRule, usedRules } from './rule-toggles';

interface RowProps {
  used: UsedRule;
  isTurned: boolean;
  isChosen: boolean;
  mayTurn: boolean;
  onTurn: () => void;
  onChoose: () => void;
}

function RuleRow({ used, isTurned, isChosen, mayTurn, onTurn, onChoose }: RowProps) {
  const say = useChangesMessages();
  const words = useSay();
  const isOn = (used.mode !== 'OFF') !== isTurned;
  return (
    <tr data-chosen={isChosen || undefined} data-turned={isTurned || undefined}>
      <td>
        <Switch label={say.useRule(used.rule)} isSelected={isOn} isDisabled={!mayTurn} onChange={onTurn} />
      </td>
      <th scope="row">
        <button type="button" className="text-button" aria-pressed={isChosen} onClick={onChoose}>
          {words(used.title)}
        </button>
        <div className="soft small">
          <span className="mono">{used.rule}</span> · {words(ruleModeWords[used.mode])}
        </div>
      </th>
      <td className="number">{formatNumber(used.count)}</td>
    </tr>
  );
}

interface Props {
  runId: string;
  datasetId: string | null;
  chosen: string | null;
  onChoose: (rule: string | null) => void;
}

/** What is turned over, and the cleansing that would make it so. */
function useTurning({ runId, datasetId }: Props, rules: Rules | null, catalogue: Catalogue) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const intent = useRef(newIntent());
  const starter = useStart();
  const change = (next: ReadonlySet<string>): void => {
    // Other rules are another run: the same key would give the earlier one.
    intent.current = newIntent();
    setTurned(next);
  };
  return {
    turned,
    starter,
    turn: (rule: string) => {
      const next = new Set(turned);
      if (!next.delete(rule)) next.add(rule);
      change(next);
    },
    undo: () => change(new Set()),
    again: () => {
      if (!rules || datasetId === null) return;
      starter.start({
        kind: 'CLEANSE',
        datasetId,
        basedOn: runId,
        idempotencyKey: intent.current,
        rules: rulesAfter(rules, turned, catalogue),
      });
    },
  };
}

function RulesFoot({ turned, starter, undo, again }: ReturnType<typeof useTurning>) {
  const say = useChangesMessages();
  return (
    <div className="rules-foot">
      {starter.refusal && <RefusalNote refusal={starter.refusal} />}
      {starter.error && <ErrorPanel error={starter.error} />}
      <div className="row">
        <Button look="strong" icon="refresh" isPending={starter.isPending} onPress={again}>
          {say.again}
        </Button>
        {turned.size > 0 && (
          <Button icon="undo" onPress={undo}>
            {say.undo}
          </Button>
        )}
        <span className="soft small" role="status">
          {turned.size > 0 ? say.pending(turned.size) : say.suggestionsTaken}
        </span>
      </div>
    </div>
  );
}

function RulesTable({ children }: { children: ReactNode }) {
  const say = useChangesMessages();
  return (
    <table className="table rules-table">
      <thead>
        <tr>
          <th scope="col">{say.on}</th>
          <th scope="col">{say.rule}</th>
          <th scope="col" className="number">
            {say.count}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export function RulesPanel(props: Props) {
  const say = useChangesMessages();
  const { may } = useSession();
  const query = useHub(RunRulesDocument, { id: props.runId });
  const catalogue = useHub(CleanseRulesDocument, {}).data?.cleanseRules ?? [];
  const rules = query.data?.run?.rules ?? null;
  const turning = useTurning(props, rules, catalogue);
  const mayTurn = may('OPERATOR') && rules !== null;
  return (
    <Panel title={say.rules} note={say.rulesNote} flush>
      <Answer query={query}>
        {({ run }) => {
          const used = usedRules(rules, run?.changeCounts ?? [], catalogue);
          if (used.length === 0) return <EmptyState title={say.none}>{say.noneNext}</EmptyState>;
          return (
            <RulesTable>
              {used.map((one) => (
                <RuleRow
                  key={one.rule}
                  used={one}
                  isTurned={turning.turned.has(one.rule)}
                  isChosen={props.chosen === one.rule}
                  mayTurn={mayTurn}
                  onTurn={() => turning.turn(one.rule)}
                  onChoose={() => props.onChoose(props.chosen === one.rule ? null : one.rule)}
                />
              ))}
            </RulesTable>
          );
        }}
      </Answer>
      {mayTurn && <RulesFoot {...turning} />}
    </Panel>
  );
}
