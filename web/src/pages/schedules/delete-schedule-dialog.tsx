/** Asks once more before a schedule is deleted. */
import { DeleteScheduleDocument } from '../../../generated/delete-schedule';
import { SchedulesDocument } from '../../../generated/schedules';
import { isRefused } from '../../hub/hub-error';
import { useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { DialogBox } from '../../parts/drawer';
import { Notice } from '../../parts/notice';
import { RefusalNote } from '../../parts/refusal-note';
import { useSchedulesMessages } from './schedules-messages';

export function DeleteScheduleDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useSchedulesMessages();
  const write = useHubWrite(DeleteScheduleDocument, [SchedulesDocument]);
  const refused = write.data && isRefused(write.data.deleteSchedule) ? write.data.deleteSchedule : null;
  return (
    <DialogBox isOpen onClose={onClose} title={say.deleteAsk}>
      <div className="stack">
        <p>{say.deleteMeans(id)}</p>
        {refused && <RefusalNote refusal={refused} />}
        {write.error && <Notice tone="bad">{write.error.message}</Notice>}
        <div className="row">
          <Button
            look="danger"
            isPending={write.isPending}
            onPress={() =>
              write.mutate(
                { id },
                { onSuccess: ({ deleteSchedule }) => !isRefused(deleteSchedule) && onClose() },
              )
            }
          >
            {say.deleteYes}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </div>
      </div>
    </DialogBox>
  );
}
