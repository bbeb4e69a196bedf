/** What a cleansing changed, suggests and flags, rule by rule and cell by cell. */
import { ChangeRowsDocument } from '../../../generated/change-rows';
import { DecideSuggestionDocument } from '../../../generated/decide-suggestion';
import { type ChangeMode, type ChangeRowsQuery, type ChangeWhere } from '../../../generated/types';
import { changeModeWords } from '../../../generated/words/change-mode';
import { residentFieldWords } from '../../../generated/words/resident-field';
import { useSession } from '../../hub/session';
import { useHubWrite } from '../../hub/use-hub';
import { useHubPages } from '../../hub/use-hub-pages';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/fields';
import { Panel } from '../../parts/panel';
import { EmptyState, ErrorPanel, Skeleton } from '../../parts/states';
import { formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useAddress } from '../../shared/use-address';
import { useChangesMessages } from './changes-messages';
import { RulesPanel } from './rules-panel';

type Change = NonNullable<ChangeRowsQuery['run']>['changes']['nodes'][number];

const PAGE = 50;
const ANY = '-';

function Values({ change }: { change: Change }) {
  const say = useChangesMessages();
  if (change.before === null) return <span className="soft">{say.hidden}</span>;
  return (
    <span className="change-values">
      <del>{change.before}</del>{' '}
      {change.mode === 'FLAG' ? (
        <span className="soft small">{say.flagged}</span>
      ) : (
        <>
          <span aria-hidden="true">→</span> <ins>{change.after}</ins>
        </>
      )}
    </span>
  );
}

function Suggestion({ runId, change }: { runId: string; change: Change }) {
  const say = useChangesMessages();
  const words = useSay();
  const { may } = useSession();
  const decide = useHubWrite(DecideSuggestionDocument, [ChangeRowsDocument]);
  if (change.mode !== 'SUGGEST') return null;
  const { row, field, no, accepted } = change;
  const which = say.rowName(formatNumber(row), words(residentFieldWords[field]));
  const decideAs = (taken: boolean) => decide.mutate({ input: { runId, row, field, no, accepted: taken } });
  return (
    <span className="cell-actions">
      {accepted !== null && (
        <Badge tone={accepted ? 'good' : 'calm'} icon={accepted ? 'check' : 'close'}>
          {accepted ? say.taken : say.turnedDown}
        </Badge>
      )}
      {may('OPERATOR') && accepted !== true && (
        <Button
          small
          isPending={decide.isPending}
          aria-label={`${say.take}: ${which}`}
          onPress={() => decideAs(true)}
        >
          {say.take}
        </Button>
      )}
      {may('OPERATOR') && accepted !== false && (
        <Button
          small
          isPending={decide.isPending}
          aria-label={`${accepted ? say.undo : say.turnDown}: ${which}`}
          onPress={() => decideAs(false)}
        >
          {accepted ? say.undo : say.turnDown}
        </Button>
      )}
    </span>
  );
}

function ChangeTable({ runId, changes }: { runId: string; changes: readonly Change[] }) {
  const say = useChangesMessages();
  const words = useSay();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col" className="number">
            {say.row}
          </th>
          <th scope="col">{say.field}</th>
          <th scope="col">{say.rule}</th>
          <th scope="col">{say.change}</th>
          <th scope="col">{say.decision}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.row} ${change.field} ${change.no}`}>
            <td className="number">{formatNumber(change.row)}</td>
            <td>{words(residentFieldWords[change.field])}</td>
            <td className="mono">{change.rule}</td>
            <td>
              <Values change={change} />
            </td>
            <td>
              <Suggestion runId={runId} change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useFilter() {
  const [search, change] = useAddress();
  const rule = search.get('rule');
  const mode = search.get('mode') ?? ANY;
  const where: ChangeWhere = {
    ...(rule !== null && { rule: { eq: rule } }),
    ...(mode !== ANY && { mode: { eq: mode as ChangeMode } }),
  };
  const set = (name: 'rule' | 'mode', value: string | null): void =>
    change({ [name]: value === ANY ? null : value }, { step: true });
  return { rule, mode, where, set };
}

export function ChangesTab({ runId, datasetId }: { runId: string; datasetId: string | null }) {
  const say = useChangesMessages();
  const words = useSay();
  const { rule, mode, where, set } = useFilter();
  const pages = useHubPages(ChangeRowsDocument, { id: runId, where, first: PAGE }, ({ run }) => run?.changes);
  const modes = Object.entries(changeModeWords).map(([id, text]) => ({ id, label: words(text) }));
  const shown = pages.nodes?.length ?? 0;
  return (
    <div className="changes">
      <RulesPanel runId={runId} datasetId={datasetId} chosen={rule} onChoose={(next) => set('rule', next)} />
      <Panel
        title={rule ?? say.changes}
        note={pages.nodes && say.of(formatNumber(shown), formatNumber(pages.totalCount))}
        actions={
          <>
            {rule !== null && (
              <Button small onPress={() => set('rule', null)}>
                {say.all}
              </Button>
            )}
            <Choice
              inline
              label={say.mode}
              options={[{ id: ANY, label: say.any }, ...modes]}
              value={mode}
              onChange={(id) => set('mode', id)}
            />
          </>
        }
        flush
      >
        {pages.error && <ErrorPanel error={pages.error} onRetry={pages.again} />}
        {!pages.nodes && !pages.error && <Skeleton lines={10} />}
        {pages.nodes && shown === 0 && <EmptyState title={say.none}>{say.noneNext}</EmptyState>}
        {pages.nodes && shown > 0 && <ChangeTable runId={runId} changes={pages.nodes} />}
        {pages.hasMore && (
          <div className="more-line">
            <Button isPending={pages.isFetching} onPress={pages.more}>
              {say.more}
            </Button>
          </div>
        )}
      </Panel>
    </div>
  );
}
