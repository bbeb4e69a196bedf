/** A run as its page shows it: what was asked once, with the live progress laid over it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RunPageDocument } from '../../../generated/run-page';
import { RunProgressDocument } from '../../../generated/run-progress';
import { type RunPageQuery } from '../../../generated/types';
import { useHub } from '../../hub/use-hub';
import { useHubStream } from '../../hub/use-hub-stream';
import { isMoving } from '../../parts/run-state';

export type RunView = NonNullable<RunPageQuery['run']>;

/** Asked as well as followed, so that a lost socket only makes the page slower. */
const REFRESH_MS = 5_000;

export function useRunView(id: string) {
  const client = useQueryClient();
  const [settled, setSettled] = useState(false);
  const query = useHub(RunPageDocument, { id }, { every: settled ? false : REFRESH_MS });
  const asked = query.data?.run ?? null;
  const moving = asked !== null && isMoving(asked.state);
  useEffect(() => setSettled(asked !== null && !moving), [asked, moving]);
  const stream = useHubStream(RunProgressDocument, moving ? { id } : null, ({ runProgress }) => {
    if (!isMoving(runProgress.state)) void client.invalidateQueries({ queryKey: [RunPageDocument.name] });
  });
  const live = moving ? stream.latest?.runProgress : undefined;
  const run = asked && live ? { ...asked, ...live } : asked;
  return { query, run, isLive: live !== undefined };
}
