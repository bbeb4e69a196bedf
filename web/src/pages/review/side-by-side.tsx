/** A row beside the people of the register that it may mean: its values, and how alike theirs are. */
import { comparedFieldWords } from '../../../generated/words/compared-field';
import { fieldClassWords } from '../../../generated/words/field-class';
import { residentFieldWords } from '../../../generated/words/resident-field';
import { formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useReviewMessages } from './review-messages';
import { type Candidate, type Task, toneOf } from './task';

const COMPARED = ['name', 'birthDate', 'sex', 'number'] as const;

function Likeness({ candidate, name }: { candidate: Candidate; name: (typeof COMPARED)[number] }) {
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

function FieldRow({ name, task }: { name: (typeof COMPARED)[number]; task: Task }) {
  const say = useReviewMessages();
  const words = useSay();
  const value = task.values.find(({ field }) => field === name)?.value;
  const oldCard = task.values.find(({ field }) => field === 'oldCardNumber')?.value;
  return (
    <tr>
      <th scope="row">{words(comparedFieldWords[name])}</th>
      <td className="review-value">
        {value || <span className="soft">{say.noValue}</span>}
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

export function SideBySide({ task }: { task: Task }) {
  const say = useReviewMessages();
  return (
    // Several people do not fit a narrow screen: the table scrolls, and the keyboard must reach it.
    <div className="review-scroll" tabIndex={0} role="region" aria-label={say.fields}>
      <table className="table review-table">
        <thead>
          <tr>
            <th scope="col">{say.field}</th>
            <th scope="col">{say.inFile}</th>
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
          {COMPARED.map((name) => (
            <FieldRow key={name} name={name} task={task} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
