/** The tables of the quality report: rules, trend and masked sample rows. */
import { qualityRuleGroupWords } from '../../../generated/words/quality-rule-group';
import { verdictWords } from '../../../generated/words/verdict';
import { Panel } from '../../parts/panel';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { type Report, useMeasureName } from './dimensions-panel';
import { useQualityMessages } from './quality-messages';

export function RulesTable({ rules }: Pick<Report, 'rules'>) {
  const say = useQualityMessages();
  const words = useSay();
  return (
    <Panel title={say.rules} flush>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say.group}</th>
            <th scope="col">{say.rule}</th>
            <th scope="col" className="number">
              {say.evaluated}
            </th>
            <th scope="col" className="number">
              {say.failed}
            </th>
            <th scope="col" className="number">
              {say.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ group, rule, title, evaluated, failed, share }) => (
            <tr key={`${group} ${rule}`}>
              <td>{words(qualityRuleGroupWords[group])}</td>
              <th scope="row">
                {words(title)} <span className="mono soft small">{rule}</span>
              </th>
              <td className="number">{formatNumber(evaluated)}</td>
              <td className="number">{formatNumber(failed)}</td>
              <td className="number">{formatShare(share.value, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

export function TrendTable({ report }: { report: Report }) {
  const say = useQualityMessages();
  const words = useSay();
  const titles = new Map<string, string>(
    report.dimensions.map(({ dimension, title }) => [dimension, words(title)]),
  );
  return (
    <Panel title={say.trend} flush>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say.dimensions}</th>
            <th scope="col" className="number">
              {say.before}
            </th>
            <th scope="col" className="number">
              {say.now}
            </th>
            <th scope="col" className="number">
              {say.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.trend.map(({ dimension, now, before }) => {
            const change = ((now.value ?? 0) - (before.value ?? 0)) * 100;
            return (
              <tr key={dimension}>
                <th scope="row">{titles.get(dimension) ?? dimension}</th>
                <td className="number">{formatShare(before.value)}</td>
                <td className="number">{formatShare(now.value)}</td>
                <td className="number">
                  {change > 0 ? '▲ +' : change < 0 ? '▼ ' : ''}
                  {say.points(formatNumber(change, 1))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}

export function SamplesTable({ samples, rules }: Pick<Report, 'samples' | 'rules'>) {
  const say = useQualityMessages();
  const words = useSay();
  const nameOf = useMeasureName();
  const titles = new Map<string, string>([
    ...rules.map(({ rule, title }) => [rule, words(title)] as const),
    ...Object.entries(verdictWords).map(([verdict, title]) => [verdict, words(title)] as const),
  ]);
  return (
    <Panel title={say.samples} flush>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {say.line}
            </th>
            <th scope="col">{say.about}</th>
            <th scope="col">{say.values}</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ about, line, values }, index) => (
            <tr key={`${line} ${index}`}>
              <td className="number">{formatNumber(line)}</td>
              <th scope="row">{titles.get(about) ?? about}</th>
              <td>
                {values.map(({ field, masked }) => (
                  <span key={field} className="sample-value">
                    <span className="soft small">{nameOf(field)}</span> {masked}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
