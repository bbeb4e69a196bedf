/** Asks what for and why before a row is shown in full; both are recorded. */
import { useState } from 'react';
import { PurposePoliciesDocument } from '../../../generated/purpose-policies';
import { type UnmaskRowMutation } from '../../../generated/types';
import { UnmaskRowDocument } from '../../../generated/unmask-row';
import { isRefused } from '../../hub/hub-error';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { DialogBox } from '../../parts/drawer';
import { Choice, TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { RefusalNote } from '../../parts/refusal-note';
import { useSay } from '../../shared/use-language';
import { useReviewMessages } from './review-messages';
import { type Task } from './task';

export type FullValues = Exclude<UnmaskRowMutation['unmaskRow'], { code: unknown }>['values'];

interface Props {
  task: Task;
  onShown: (values: FullValues) => void;
  onClose: () => void;
}

export function UnmaskDialog({ task, onShown, onClose }: Props) {
  const say = useReviewMessages();
  const words = useSay();
  const policies = useHub(PurposePoliciesDocument, {}).data?.purposePolicies ?? [];
  const [purpose, setPurpose] = useState('');
  const [reason, setReason] = useState('');
  const write = useHubWrite(UnmaskRowDocument, []);
  const refused = write.data && isRefused(write.data.unmaskRow) ? write.data.unmaskRow : null;
  const chosen = purpose || (policies[0]?.code ?? '');
  const show = () =>
    write.mutate(
      { input: { runId: task.run.id, seq: task.seq, purpose: chosen, reason } },
      {
        onSuccess: ({ unmaskRow }) => {
          if (isRefused(unmaskRow)) return;
          onShown(unmaskRow.values);
          onClose();
        },
      },
    );
  return (
    <DialogBox isOpen onClose={onClose} title={say.unmaskTitle}>
      <div className="stack">
        <p className="soft">{say.unmaskLead}</p>
        <Choice
          label={say.purpose}
          options={policies.map(({ code, title }) => ({ id: code, label: words(title) }))}
          value={chosen}
          onChange={setPurpose}
        />
        <TextLine
          label={say.reason}
          help={say.reasonHelp}
          value={reason}
          onChange={setReason}
          lines={2}
          isRequired
          autoFocus
        />
        {refused && <RefusalNote refusal={refused} />}
        {write.error && <Notice tone="bad">{write.error.message}</Notice>}
        <div className="row">
          <Button
            look="strong"
            isPending={write.isPending}
            isDisabled={reason.trim() === '' || chosen === ''}
            onPress={show}
          >
            {say.unmask}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </div>
      </div>
    </DialogBox>
  );
}
