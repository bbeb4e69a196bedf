/** A row beside the people of the register that it may mean: its values, and how alike theirs are. */
import { useState } from 'react';
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { fieldClassWords } from '../../../generated/words/field-class';
import { residentFieldWords } from '../../../generated/words/resident-field';
import { Button } from '../../parts/button';
import { formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useReviewMessages } from './review-messages';
import { type Candidate, type Task, toneOf } from './task';
import { type FullValues, UnmaskDialog } from './unmask-dialog';

const COMPARED = ['name', 'birthDate', 'sex', 'number'] as const;
type Compared = (typeof COMPARED)[number] | 'address';

function Likeness({ candidate, name }: { candidate: Candidate; name: Compared }) {
  const words = useSay();
  const field = candidate.fields.find((one) => one.name === name);
  if (!field) return null;
  const more = [field.sub, ...field.rules].filter(Boolean).join(' · ');
  return (
    <span className="likeness" data-tone={toneOf(field.class)}>
      {words(fieldClassWords[field.class])}
      {more && <span className="likeness-more">{more}</span>}
      {field.bits !== null && <span className="likeness-bits">{formatNumber(field.bits, 1)} bit</span>}
    </span>
  );
}

function FieldRow({ name, task, values }: { name: Compared; task: Task; values: FullValues }) {
  const say = useReviewMessages();
  const words = useSay();
  const value = values.find(({ field }) => field === name)?.value;
  const oldCard = values.find(({ field }) => field === 'oldCardNumber')?.value;
  return (
    <tr>
      <th scope="row">{words(comparedFieldWords[name])}</th>
      <td className="review-value">
        {value || <span className="soft">{name === 'address' ? say.notShown : say.noValue}</span>}
        {name === 'number' && oldCard && (
          <div className="soft small">
            {words(residentFieldWords.oldCardNumber)}: {oldCard}
          </div>
        )}
      </td>
      {task.candidates.map((candidate) => (
        <td key={candidate.no}>
          <Likeness candidate={candidate} name={name} />
        </td>
      ))}
    </tr>
  );
}

/** The numbers are masked until somebody says what for and why they must be seen. */
export function SideBySide({ task }: { task: Task }) {
  const say = useReviewMessages();
  // Of most rows the address is never asked for.
  const hasAddress = task.candidates.some(({ fields }) => fields.some(({ name }) => name === 'address'));
  const compared = hasAddress ? [...COMPARED, 'address' as const] : COMPARED;
  const [full, setFull] = useState<FullValues | null>(null);
  const [asking, setAsking] = useState(false);
  return (
    // Several people do not fit a narrow screen: the table scrolls, and the keyboard must reach it.
    <div className="review-scroll" tabIndex={0} role="region" aria-label={say.fields}>
      <table className="table review-table">
        <thead>
          <tr>
            <th scope="col">{say.field}</th>
            <th scope="col">
              {full ? say.inFileFull : say.inFile}
              {!full && (
                <div>
                  <Button look="quiet" icon="key" onPress={() => setAsking(true)}>
                    {say.unmask}
                  </Button>
                </div>
              )}
            </th>
            {task.candidates.map(({ no, weightBits }) => (
              <th key={no} scope="col">
                {say.candidate(formatNumber(no))}
                <div className="review-score">
                  {weightBits === null ? say.hiddenScore : say.score(formatNumber(weightBits, 1))}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compared.map((name) => (
            <FieldRow key={name} name={name} task={task} values={full ?? task.values} />
          ))}
        </tbody>
      </table>
      {asking && <UnmaskDialog task={task} onShown={setFull} onClose={() => setAsking(false)} />}
    </div>
  );
}
