/** What the hub refused and what to do about it, said where the request was made. */
import { type Refused } from '../hub/hub-error';
import { messagesOf } from '../shared/use-language';
import { Icon } from './icon';
import './states.css';

const useMessages = messagesOf({ vi: { code: 'Mã' }, en: { code: 'Code' } });

export function RefusalNote({ refusal }: { refusal: Refused }) {
  const say = useMessages();
  return (
    <div className="error-panel" role="alert">
      <Icon name="alert" />
      <div>
        <p>{refusal.message}</p>
        <p className="error-panel-codes">
          {say.code} <code>{refusal.code}</code>
        </p>
      </div>
    </div>
  );
}
