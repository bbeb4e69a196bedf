/** The steps of a longer task: those behind, the one at hand, those to come. */
import { messagesOf } from '../shared/use-language';
import { Icon } from './icon';
import './steps.css';

const useMessages = messagesOf({
  vi: { label: 'Các bước', done: 'đã xong' },
  en: { label: 'Steps', done: 'done' },
});

export function Steps({ titles, at }: { titles: readonly string[]; at: number }) {
  const say = useMessages();
  return (
    <ol className="steps" aria-label={say.label}>
      {titles.map((title, index) => (
        <li
          key={title}
          data-state={index < at ? 'done' : index === at ? 'here' : 'to-come'}
          {...(index === at && { 'aria-current': 'step' })}
        >
          <span className="steps-mark">{index < at ? <Icon name="check" size={14} /> : index + 1}</span>
          {title}
          {index < at && <span className="visually-hidden">({say.done})</span>}
        </li>
      ))}
    </ol>
  );
}
