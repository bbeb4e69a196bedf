/** Starts a run and goes to its page, or tells the refusal. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { StartLinkageDocument } from '../../../generated/start-linkage';
import { StartRunDocument } from '../../../generated/start-run';
import { type StartLinkageInput, type StartRunInput } from '../../../generated/types';
import { isRefused, type Refused } from '../../hub/hub-error';
import { useHubWrite } from '../../hub/use-hub';

type Started = { readonly id: string } | Refused;

/** A key of its own for each intent: pressing twice while one is under way gives the same run. */
export function newIntent(): string {
  // randomUUID is missing where the console is reached by plain HTTP.
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

export function useStart() {
  const [, navigate] = useLocation();
  const run = useHubWrite(StartRunDocument);
  const linkage = useHubWrite(StartLinkageDocument);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const follow = (started: Started): void => {
    if (isRefused(started)) return setRefusal(started as Refused);
    navigate(`/runs/${(started as { id: string }).id}`);
  };
  return {
    refusal,
    error: run.error ?? linkage.error,
    isPending: run.isPending || linkage.isPending,
    start: (input: StartRunInput) => run.mutate({ input }, { onSuccess: ({ startRun }) => follow(startRun) }),
    link: (input: StartLinkageInput) =>
      linkage.mutate({ input }, { onSuccess: ({ startLinkage }) => follow(startLinkage) }),
  };
}
