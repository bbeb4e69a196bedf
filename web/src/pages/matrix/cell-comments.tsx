/** What people say about a cell, and the form to join them. */
import { useState } from 'react';
import { CommentCellDocument } from '../../../generated/comment-cell';
import { isRefused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { EmptyState } from '../../parts/states';
import { formatMoment } from '../../shared/format';
import { CELL_QUESTIONS, type CellDetail } from './cell-data';
import { useCellMessages } from './cell-messages';

function CommentForm({ cellId }: { cellId: string }) {
  const say = useCellMessages();
  const write = useHubWrite(CommentCellDocument, CELL_QUESTIONS);
  const [text, setText] = useState('');
  const refused = write.data && isRefused(write.data.commentCell) ? write.data.commentCell.message : null;
  const send = async () => {
    const answer = await write.mutateAsync({ id: cellId, text: text.trim() });
    if (!isRefused(answer.commentCell)) setText('');
  };
  return (
    <div className="stack">
      <TextLine label={say.yourComment} help={say.commentHelp} lines={2} value={text} onChange={setText} />
      {(refused ?? write.error?.message) && <Notice tone="bad">{refused ?? write.error?.message}</Notice>}
      <p>
        <Button
          icon="comment"
          isPending={write.isPending}
          isDisabled={text.trim() === ''}
          onPress={() => void send().catch(() => undefined)}
        >
          {say.send}
        </Button>
      </p>
    </div>
  );
}

export function CellComments({ cell, open }: { cell: CellDetail; open: boolean }) {
  const say = useCellMessages();
  const { may } = useSession();
  return (
    <div className="stack">
      {cell.comments.length === 0 && <EmptyState title={say.noComments} />}
      <ol className="cell-list">
        {cell.comments.map(({ id, at, by, text }) => (
          <li key={id}>
            <p className="small">
              <strong>{by}</strong> <span className="soft">{formatMoment(at)}</span>
            </p>
            <p className="cell-comment">{text}</p>
          </li>
        ))}
      </ol>
      {open && may('OPERATOR') && <CommentForm cellId={cell.id} />}
    </div>
  );
}
