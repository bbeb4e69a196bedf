/** Leads to the queue board, a page of its own. */
import { useSession } from '../hub/session';
import { messagesOf } from '../shared/use-language';
import { OutsideLink } from './button';

const useMessages = messagesOf({
  vi: { open: 'Bảng hàng đợi' },
  en: { open: 'Queue board' },
});

/** Nothing for those who may not see it: a viewer, and a key of one province. */
export function QueueBoardButton() {
  const say = useMessages();
  const { may, holder } = useSession();
  if (!may('OPERATOR') || holder?.locality) return null;
  return (
    <OutsideLink href="/admin/queues" icon="queue">
      {say.open}
    </OutsideLink>
  );
}
