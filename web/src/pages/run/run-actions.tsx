/** What may be done to a run: cancel it while it works, ask again about its open rows when it is over. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { CancelRunDocument } from '../../../generated/cancel-run';
import { RetryRunDocument } from '../../../generated/retry-run';
import { isRefused, type Refused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { DialogBox } from '../../parts/drawer';
import { RefusalNote } from '../../parts/refusal-note';
import { isMoving } from '../../parts/run-state';
import { ErrorPanel } from '../../parts/states';
import { formatNumber } from '../../shared/format';
import { useRunMessages } from './run-messages';
import { type RunView } from './run-view';

function CancelButton({ run }: { run: RunView }) {
  const say = useRunMessages();
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const cancel = useHubWrite(CancelRunDocument);
  const { done, total } = run.progress;
  const confirm = () =>
    cancel.mutate(
      { id: run.id },
      {
        onSuccess: ({ cancelRun }) =>
          isRefused(cancelRun) ? setRefusal(cancelRun as Refused) : setAsking(false),
      },
    );
  return (
    <>
      <Button look="danger" icon="close" onPress={() => setAsking(true)}>
        {say.cancel}
      </Button>
      <DialogBox title={say.cancelAsk} isOpen={asking} onClose={() => setAsking(false)}>
        <p>{say.cancelMeans(formatNumber(done), formatNumber(total))}</p>
        {refusal && <RefusalNote refusal={refusal} />}
        {cancel.error && <ErrorPanel error={cancel.error} />}
        <div className="row">
          <Button look="danger" isPending={cancel.isPending} onPress={confirm}>
            {say.cancelYes}
          </Button>
          <Button onPress={() => setAsking(false)}>{say.cancelNo}</Button>
        </div>
      </DialogBox>
    </>
  );
}

function RetryButton({ run }: { run: RunView }) {
  const say = useRunMessages();
  const [, navigate] = useLocation();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const retry = useHubWrite(RetryRunDocument);
  const start = () =>
    retry.mutate(
      { id: run.id },
      {
        onSuccess: ({ retryRun }) =>
          isRefused(retryRun) ? setRefusal(retryRun as Refused) : navigate(`/runs/${retryRun.id}`),
      },
    );
  return (
    <>
      <Button icon="refresh" isPending={retry.isPending} onPress={start}>
        {say.retry}
      </Button>
      <DialogBox title={say.retry} isOpen={refusal !== null} onClose={() => setRefusal(null)}>
        {refusal && <RefusalNote refusal={refusal} />}
      </DialogBox>
      {retry.error && <ErrorPanel error={retry.error} />}
    </>
  );
}

export function RunActions({ run }: { run: RunView }) {
  const { may } = useSession();
  if (!may('OPERATOR')) return null;
  if (isMoving(run.state)) return <CancelButton run={run} />;
  return run.kind === 'VERIFY' ? <RetryButton run={run} /> : null;
}
