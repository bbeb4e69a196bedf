/** The verdict on every row, a million of them if need be, by verdict and reason; each explains itself. */
import { useState } from 'react';
import { type FieldClass, type ReasonCode, type Verdict, type VerdictWhere } from '../../../generated/types';
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { fieldClassWords } from '../../../generated/words/field-class';
import { reasonCodeWords } from '../../../generated/words/reason-code';
import { verdictWords } from '../../../generated/words/verdict';
import { Choice } from '../../parts/fields';
import { Panel } from '../../parts/panel';
import { EmptyState, ErrorPanel, Skeleton } from '../../parts/states';
import { VERDICTS, VerdictBadge } from '../../parts/verdict';
import { type VirtualColumn, VirtualRows } from '../../parts/virtual-rows';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useAddress } from '../../shared/use-address';
import { ExplainRow } from './explain-row';
import { useVerdictRows, type VerdictRow } from './use-verdict-rows';
import { useVerdictMessages } from './verdict-messages';

const ANY = '-';
/** The address last, and only where it was asked for. */
const FIELDS = ['number', 'name', 'birthDate', 'sex', 'address'] as const;

/** How alike, as a mark whose shape says it without colour. */
const MARKS: Readonly<Record<FieldClass, { sign: string; tone: 'same' | 'near' | 'other' | 'none' }>> = {
  EXACT: { sign: '=', tone: 'same' },
  EQUIV: { sign: '=', tone: 'same' },
  FOLD: { sign: '≈', tone: 'near' },
  HISTORIC: { sign: '↺', tone: 'near' },
  PARTIAL: { sign: '≈', tone: 'near' },
  CLOSE: { sign: '~', tone: 'near' },
  DIFFERENT: { sign: '≠', tone: 'other' },
  INVALID_INPUT: { sign: '!', tone: 'other' },
  MISSING_INPUT: { sign: '∅', tone: 'none' },
  MISSING_REGISTER: { sign: '∅', tone: 'none' },
  NOT_COMPARED: { sign: '·', tone: 'none' },
};

function FieldMarks({ fields }: { fields: VerdictRow['fields'] }) {
  const words = useSay();
  return (
    <span className="field-marks">
      {FIELDS.map((name) => {
        const field = fields.find((one) => one.name === name);
        if (!field) return null;
        const { sign, tone } = MARKS[field.class];
        const title = `${words(comparedFieldWords[name])}: ${words(fieldClassWords[field.class])}`;
        return (
          <abbr key={name} className="field-mark" data-tone={tone} title={title}>
            {sign}
          </abbr>
        );
      })}
    </span>
  );
}

function useFilter() {
  const [search, change] = useAddress();
  const verdict = search.get('verdict') ?? ANY;
  const reason = search.get('reason') ?? ANY;
  const where: VerdictWhere = {
    ...(verdict !== ANY && { verdict: { eq: verdict as Verdict } }),
    ...(reason !== ANY && { reasons: { contains: reason as ReasonCode } }),
  };
  const set = (name: 'verdict' | 'reason', value: string): void =>
    change({ [name]: value === ANY ? null : value }, { step: true });
  return { verdict, reason, where, set };
}

function Filters({ verdict, reason, set }: ReturnType<typeof useFilter>) {
  const say = useVerdictMessages();
  const words = useSay();
  const verdicts = VERDICTS.map((id) => ({ id, label: words(verdictWords[id]) }));
  const reasons = Object.entries(reasonCodeWords).map(([id, text]) => ({ id, label: words(text) }));
  const any = { id: ANY, label: say.any };
  return (
    <>
      <Choice
        inline
        label={say.verdict}
        options={[any, ...verdicts]}
        value={verdict}
        onChange={(id) => set('verdict', id)}
      />
      <Choice
        inline
        label={say.reason}
        options={[any, ...reasons]}
        value={reason}
        onChange={(id) => set('reason', id)}
      />
    </>
  );
}

function useColumns(): VirtualColumn[] {
  const say = useVerdictMessages();
  return [
    { id: 'row', title: say.row, track: '5.5rem' },
    { id: 'verdict', title: say.verdict, track: '15rem' },
    { id: 'fields', title: say.fields, track: '16rem' },
    { id: 'reasons', title: say.reasons, track: 'minmax(10rem, 1fr)' },
    { id: 'confidence', title: say.confidence, track: '6.5rem' },
  ];
}

export function VerdictsTab({ runId }: { runId: string }) {
  const say = useVerdictMessages();
  const words = useSay();
  const filter = useFilter();
  const rows = useVerdictRows(runId, filter.where);
  const [explained, setExplained] = useState<VerdictRow | null>(null);
  const columns = useColumns();
  const cellsOf = (index: number) => {
    const row = rows.rowAt(index);
    return row === null
      ? null
      : [
          <button
            key="row"
            type="button"
            className="text-button"
            aria-label={say.open(String(row.seq))}
            onClick={() => setExplained(row)}
          >
            {formatNumber(row.seq)}
          </button>,
          <VerdictBadge key="verdict" verdict={row.effectiveVerdict} />,
          <FieldMarks key="fields" fields={row.fields} />,
          row.reasons.map((reason) => words(reasonCodeWords[reason])).join('; '),
          formatShare(row.confidence, 2),
        ];
  };
  return (
    <Panel
      title={say.label}
      note={rows.total !== null && say.shown(formatNumber(rows.total))}
      actions={<Filters {...filter} />}
      flush
    >
      {rows.error && <ErrorPanel error={rows.error} />}
      {rows.total === null && !rows.error && <Skeleton lines={12} />}
      {rows.total === 0 && (
        <EmptyState title={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {rows.total !== null && rows.total > 0 && (
        <VirtualRows
          key={JSON.stringify(filter.where)}
          label={say.label}
          columns={columns}
          count={rows.total}
          cellsOf={cellsOf}
          onSight={rows.onSight}
        />
      )}
      <ExplainRow row={explained} runId={runId} onClose={() => setExplained(null)} />
    </Panel>
  );
}
