/** Leads to the queue board: a page of its own, which takes the key from a cookie for its path alone. */
import { useState } from 'react';
import { useSession } from '../hub/session';
import { openQueueBoard } from '../hub/queue-board';
import { type HubError } from '../hub/hub-error';
import { messagesOf } from '../shared/use-language';
import { Button } from './button';
import { ErrorPanel } from './states';

const useMessages = messagesOf({
  vi: { open: 'Bảng hàng đợi' },
  en: { open: 'Queue board' },
});

/** Nothing for those who may not see it: a viewer, and a key of one province. */
export function QueueBoardButton() {
  const say = useMessages();
  const { may, holder } = useSession();
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<HubError | null>(null);
  if (!may('OPERATOR') || holder?.locality) return null;
  const open = async () => {
    setOpening(true);
    const address = await openQueueBoard().catch((reason: HubError) => {
      setError(reason);
      setOpening(false);
    });
    if (address) window.location.assign(address);
  };
  return (
    <>
      <Button icon="queue" isPending={opening} onPress={() => void open()}>
        {say.open}
      </Button>
      {error && <ErrorPanel error={error} />}
    </>
  );
}
