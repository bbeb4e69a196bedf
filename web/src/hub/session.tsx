/** Answers who is signed in: the holder of the key in the browser's session, with role and locality; and what a role may do. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { MeDocument } from '../../generated/me';
import { type MeQuery, type Role } from '../../generated/types';
import { closeBrowserSession, hasBrowserSession, openBrowserSession } from '../shared/browser-session';
import { askHub } from './ask-hub';
import { HubError } from './hub-error';
import { needAnswer } from './http-trouble';
import { closeHubStreams } from './use-hub-stream';

/** Each role may do all that the roles before it may. */
const RANK: readonly Role[] = ['VIEWER', 'OPERATOR', 'STEWARD', 'ADMIN'];

export type Holder = MeQuery['me'];

export interface Session {
  readonly state: 'NONE' | 'CHECKING' | 'KNOWN' | 'FAILED';
  readonly holder: Holder | null;
  readonly error: HubError | null;
  /** True when the key's role is `role` or more. */
  may(role: Role): boolean;
  /** Opens the browser's session with a key. @throws HubError */
  signIn(key: string): Promise<void>;
  /** Closes it, in every tab. @throws HubError */
  signOut(): Promise<void>;
  /** Asks once more after a failure. */
  again(): void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** Null: nobody is signed in. @throws HubError */
async function askWho(): Promise<Holder | null> {
  const open = await hasBrowserSession().catch(() => {
    throw HubError.unreachable();
  });
  return open ? (await askHub(MeDocument, {})).me : null;
}

function stateOf(me: Holder | null | undefined, error: HubError | null): Session['state'] {
  if (me) return 'KNOWN';
  if (error) return 'FAILED';
  return me === null ? 'NONE' : 'CHECKING';
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  // Counts the sessions that this page saw: what one was told is not shown in the next.
  const [turn, setTurn] = useState(0);
  // Pages are taken down first, or they would go on asking as nobody.
  const [leaving, setLeaving] = useState(false);
  const {
    data: me,
    error,
    refetch,
  } = useQuery<Holder | null, HubError>({ queryKey: ['Me', turn], queryFn: askWho });
  const session = useMemo<Session>(() => {
    const begin = async (asked: Promise<Response>): Promise<void> => {
      await needAnswer(asked);
      closeHubStreams();
      client.clear();
      setTurn((was) => was + 1);
    };
    return {
      state: leaving ? 'CHECKING' : stateOf(me, error),
      holder: me ?? null,
      error,
      may: (role) => !!me && RANK.indexOf(me.role) >= RANK.indexOf(role),
      signIn: (key) => begin(openBrowserSession(key)),
      signOut: async () => {
        setLeaving(true);
        await begin(closeBrowserSession()).finally(() => setLeaving(false));
      },
      again: () => void refetch(),
    };
  }, [client, me, error, leaving, refetch]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
