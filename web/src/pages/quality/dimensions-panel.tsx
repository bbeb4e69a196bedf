/** The headings of data quality, each with its share, its interval and what it was measured on. */
import { type QualityReportQuery } from '../../../generated/types';
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { consistencyCheckWords } from '../../../generated/words/consistency-check';
import { residentFieldWords } from '../../../generated/words/resident-field';
import { Meter } from '../../parts/meter';
import { Panel } from '../../parts/panel';
import { useRunKind } from '../../parts/run-state';
import { formatNumber, formatShare } from '../../shared/format';
import { type Bilingual } from '../../shared/language';
import { useSay } from '../../shared/use-language';
import { useQualityMessages } from './quality-messages';

export type Report = NonNullable<QualityReportQuery['qualityReport']>;
type Dimension = Report['dimensions'][number];
type Share = NonNullable<Dimension['share']>;

const MEASURES: Readonly<Record<string, Bilingual>> = {
  ...comparedFieldWords,
  ...residentFieldWords,
  ...consistencyCheckWords,
};

export function useMeasureName(): (of: string) => string {
  const words = useSay();
  return (of) => (MEASURES[of] ? words(MEASURES[of]) : of);
}

function Interval({ share }: { share: Share }) {
  const say = useQualityMessages();
  return (
    <span className="soft small">
      {say.rows(formatNumber(share.numerator), formatNumber(share.denominator))} · {say.interval}{' '}
      {formatShare(share.low)} – {formatShare(share.high)}
    </span>
  );
}

function DimensionCard({ dimension }: { dimension: Dimension }) {
  const say = useQualityMessages();
  const words = useSay();
  const kindOf = useRunKind();
  const nameOf = useMeasureName();
  const { share, needs } = dimension;
  return (
    <article className="dimension">
      <h3>{words(dimension.title)}</h3>
      {share === null || share.value === null ? (
        <p className="soft small">{needs ? say.notMeasured(kindOf(needs)) : say.notMeasuredAtAll}</p>
      ) : (
        <>
          <p className="dimension-share">{formatShare(share.value)}</p>
          <Meter label={words(dimension.title)} share={share.value} />
          <Interval share={share} />
        </>
      )}
      {dimension.measures.length > 0 && (
        <ul className="measures">
          {dimension.measures.map(({ of, share: one }) => (
            <li key={of}>
              <span>{nameOf(of)}</span>
              <span>{formatShare(one.value)}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

export function DimensionsPanel({ report }: { report: Report }) {
  const say = useQualityMessages();
  return (
    <Panel title={say.dimensions}>
      <div className="dimensions">
        {report.dimensions.map((dimension) => (
          <DimensionCard key={dimension.dimension} dimension={dimension} />
        ))}
      </div>
    </Panel>
  );
}
