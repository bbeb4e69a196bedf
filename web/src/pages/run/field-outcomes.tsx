/** How each field compared over all rows of a verification: a chart of shares, and a table of classes by field. */
import { useMemo } from 'react';
import { FieldOutcomesDocument } from '../../../generated/field-outcomes';
import { type FieldOutcomesQuery } from '../../../generated/types';
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { fieldClassWords } from '../../../generated/words/field-class';
import { useHub } from '../../hub/use-hub';
import { Panel } from '../../parts/panel';
import { Answer } from '../../parts/states';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { countOutcomes, FIELDS } from './field-outcomes-data';
import { OutcomeChart } from './outcome-chart';
import { useRunMessages } from './run-messages';

function Outcomes({ data }: { data: FieldOutcomesQuery }) {
  const say = useRunMessages();
  const words = useSay();
  const outcomes = useMemo(() => countOutcomes(data), [data]);
  const { total, present, rowsOf } = outcomes;
  return (
    <>
      <div className="outcome-chart">
        <OutcomeChart outcomes={outcomes} />
      </div>
      <table className="table outcome-table">
        <thead>
          <tr>
            <th scope="col">{say.field}</th>
            {FIELDS.map((field) => (
              <th key={field} scope="col" className="number">
                {words(comparedFieldWords[field])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {present.map((one) => (
            <tr key={one}>
              <th scope="row">{words(fieldClassWords[one])}</th>
              {FIELDS.map((field) => {
                const rows = rowsOf(field, one);
                return (
                  <td key={field} className="number" data-none={rows === 0 || undefined}>
                    {rows === 0 ? '–' : formatNumber(rows)}
                    {rows > 0 && <span className="outcome-share">{formatShare(rows / total)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function FieldOutcomes({ id }: { id: string }) {
  const say = useRunMessages();
  const query = useHub(FieldOutcomesDocument, { id });
  return (
    <Panel title={say.fields} flush>
      <Answer query={query}>{(data) => <Outcomes data={data} />}</Answer>
    </Panel>
  );
}
