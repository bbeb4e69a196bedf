/** What this hub says about itself; asked once; nobody needs a key for that. */
import { useQuery } from '@tanstack/react-query';
import { ServerInfoDocument } from '../../generated/server-info';
import { type ServerInfoQuery } from '../../generated/types';
import { askHub } from '../hub/ask-hub';

export type ServerInfo = ServerInfoQuery['serverInfo'];

export function useServerInfo(): ServerInfo | null {
  const { data } = useQuery({
    queryKey: ['ServerInfo'],
    queryFn: () => askHub(ServerInfoDocument, {}),
    staleTime: Infinity,
  });
  return data?.serverInfo ?? null;
}
