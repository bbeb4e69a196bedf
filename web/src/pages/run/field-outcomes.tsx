/** How each field compared over all rows of a verification: a table of classes by field. */
import { FieldOutcomesDocument } from '../../../generated/field-outcomes';
import { type FieldClass } from '../../../generated/types';
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { fieldClassWords } from '../../../generated/words/field-class';
import { useHub } from '../../hub/use-hub';
import { Panel } from '../../parts/panel';
import { Answer } from '../../parts/states';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useRunMessages } from './run-messages';

const FIELDS = ['number', 'name', 'birthDate', 'sex'] as const;

interface Tally {
  readonly class: FieldClass;
  readonly rows: number;
}

/** From the same to the different, then what could not be compared. */
const ORDER: readonly FieldClass[] = [
  'EXACT',
  'EQUIV',
  'FOLD',
  'HISTORIC',
  'PARTIAL',
  'CLOSE',
  'DIFFERENT',
  'INVALID_INPUT',
  'MISSING_INPUT',
  'MISSING_REGISTER',
  'NOT_COMPARED',
];

export function FieldOutcomes({ id }: { id: string }) {
  const say = useRunMessages();
  const words = useSay();
  const query = useHub(FieldOutcomesDocument, { id });
  return (
    <Panel title={say.fields} flush>
      <Answer query={query}>
        {(data) => {
          const tallies = FIELDS.map((field) => data[field].rows as unknown as readonly Tally[]);
          const total = tallies[0]?.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
          const present = ORDER.filter((one) =>
            tallies.some((list) => list.some((tally) => tally.class === one)),
          );
          return (
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
                    {tallies.map((list, index) => {
                      const rows = list.find((tally) => tally.class === one)?.rows ?? 0;
                      return (
                        <td key={FIELDS[index]} className="number" data-none={rows === 0 || undefined}>
                          {rows === 0 ? '–' : formatNumber(rows)}
                          {rows > 0 && <span className="outcome-share">{formatShare(rows / total)}</span>}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Answer>
    </Panel>
  );
}
