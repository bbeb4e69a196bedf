/** Explains the verdict on one row: reasons, fields, the weight step by step, and what to do next. */
import { Link } from 'wouter';
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { fieldClassWords } from '../../../generated/words/field-class';
import { reasonCodeWords } from '../../../generated/words/reason-code';
import { Badge } from '../../parts/badge';
import { Drawer } from '../../parts/drawer';
import { VerdictBadge } from '../../parts/verdict';
import { Waterfall } from '../../parts/waterfall';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { type VerdictRow } from './use-verdict-rows';
import { useVerdictMessages } from './verdict-messages';

/** Less than this is what rounding leaves. Bits. */
const ROUNDING = 0.05;

const OPEN_VERDICTS: readonly string[] = ['REVIEW', 'AMBIGUOUS', 'PROBABLE'];

function stepsOf(
  row: VerdictRow,
  say: ReturnType<typeof useVerdictMessages>,
  words: ReturnType<typeof useSay>,
) {
  const fields = row.fields.map((field) => ({
    label: words(comparedFieldWords[field.name]),
    note: [words(fieldClassWords[field.class]), field.sub, ...field.rules].filter(Boolean).join(' · '),
    bits: field.bits,
  }));
  const prior = row.weightBits - fields.reduce((sum, { bits }) => sum + bits, 0);
  return Math.abs(prior) < ROUNDING ? fields : [{ label: say.prior, bits: prior }, ...fields];
}

function Standing({ row }: { row: VerdictRow }) {
  const say = useVerdictMessages();
  return (
    <div className="row">
      <VerdictBadge verdict={row.effectiveVerdict} />
      <Badge tone={row.accepted ? 'good' : 'calm'}>{row.accepted ? say.accepted : say.notAccepted}</Badge>
      {row.carriedOver && <Badge tone="calm">{say.carriedOver}</Badge>}
      <span className="soft small">
        {say.confidence} {formatShare(row.confidence, 2)}
      </span>
    </div>
  );
}

function Explanation({ row, runId }: { row: VerdictRow; runId: string }) {
  const say = useVerdictMessages();
  const words = useSay();
  return (
    <div className="explanation">
      <Standing row={row} />
      {row.decision && (
        <p>
          {say.decided}. {say.original}: <VerdictBadge verdict={row.verdict} />
        </p>
      )}
      <section>
        <h3>{say.reasons}</h3>
        {row.reasons.length === 0 ? (
          <p className="soft">{say.noReasons}</p>
        ) : (
          <ul className="reason-list">
            {row.reasons.map((reason) => (
              <li key={reason}>
                {words(reasonCodeWords[reason])} <code className="soft">{reason}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{say.why}</h3>
        <Waterfall steps={stepsOf(row, say, words)} total={row.weightBits} />
        <p className="soft small">{say.masked}</p>
      </section>
      <section>
        <h3>{say.next}</h3>
        <p>{say.remedies[row.effectiveVerdict]}</p>
        {OPEN_VERDICTS.includes(row.effectiveVerdict) && (
          <Link href={`/review?run=${runId}`}>{say.toReview}</Link>
        )}
      </section>
    </div>
  );
}

export function ExplainRow({
  row,
  runId,
  onClose,
}: {
  row: VerdictRow | null;
  runId: string;
  onClose: () => void;
}) {
  const say = useVerdictMessages();
  return (
    <Drawer title={row && say.title(formatNumber(row.seq))} isOpen={row !== null} onClose={onClose}>
      {row && <Explanation row={row} runId={runId} />}
    </Drawer>
  );
}
