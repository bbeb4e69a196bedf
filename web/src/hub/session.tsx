/** Answers who is signed in: the key of this browser tab, its role and its locality; and what a role may do. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { MeDocument } from '../../generated/me';
import { type MeQuery, type Role } from '../../generated/types';
import { keepAccessKey, readAccessKey } from '../shared/access-key';
import { askHub } from './ask-hub';
import { type HubError } from './hub-error';
import { closeQueueBoard } from './queue-board';

/** Each role may do all that the roles before it may. */
const RANK: readonly Role[] = ['VIEWER', 'OPERATOR', 'STEWARD', 'ADMIN'];

export type Holder = NonNullable<MeQuery['me']>;

export interface Session {
  readonly state: 'NONE' | 'CHECKING' | 'KNOWN' | 'FAILED';
  readonly holder: Holder | null;
  readonly error: HubError | null;
  /** True when the key's role is `role` or more. */
  may(role: Role): boolean;
  /** Checks a key and, when it opens, keeps it for this tab. @throws HubError */
  signIn(key: string): Promise<void>;
  signOut(): void;
  /** Asks once more after a failure. */
  again(): void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

function stateOf(key: string, holder: Holder | undefined, error: HubError | null): Session['state'] {
  if (!key) return 'NONE';
  if (holder) return 'KNOWN';
  return error ? 'FAILED' : 'CHECKING';
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [key, setKey] = useState(readAccessKey);
  const { data, error, refetch } = useQuery<MeQuery, HubError>({
    queryKey: ['Me', key.slice(-8)],
    queryFn: () => askHub(MeDocument, {}, { key }),
    enabled: key !== '',
    staleTime: Infinity,
  });
  const holder = key ? data?.me : undefined;
  const session = useMemo<Session>(() => {
    const take = (next: string): void => {
      keepAccessKey(next);
      setKey(next);
      client.clear();
    };
    return {
      state: stateOf(key, holder, error),
      holder: holder ?? null,
      error: key ? error : null,
      may: (role) => holder !== undefined && RANK.indexOf(holder.role) >= RANK.indexOf(role),
      signIn: async (next) => {
        await askHub(MeDocument, {}, { key: next });
        take(next);
      },
      signOut: () => {
        closeQueueBoard();
        take('');
      },
      again: () => void refetch(),
    };
  }, [client, key, holder, error, refetch]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
