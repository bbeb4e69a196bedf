/** The hooks by which pages read from the hub and write to it; answers are remembered by operation, variables and language. */
import {
  keepPreviousData,
  QueryClient,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useLanguage } from '../shared/use-language';
import { askHub } from './ask-hub';
import { type HubDocument } from './hub-document';
import { HubError, UNREACHABLE } from './hub-error';

const ATTEMPTS = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // An answer of the hub stands; only silence is worth a second try.
        retry: (failures, error) =>
          error instanceof HubError && error.code === UNREACHABLE && failures < ATTEMPTS,
      },
      mutations: { retry: false },
    },
  });
}

export interface AskOptions {
  readonly enabled?: boolean;
  /** Milliseconds between two askings; false for once. */
  readonly every?: number | false;
  /** Shows the last answer while the next one, for other variables, is on its way. */
  readonly keepPrevious?: boolean;
}

export function useHub<Data, Variables>(
  document: HubDocument<Data, Variables>,
  variables: Variables,
  { enabled = true, every = false, keepPrevious = false }: AskOptions = {},
): UseQueryResult<Data, HubError> {
  const language = useLanguage();
  return useQuery<Data, HubError>({
    queryKey: [document.name, variables, language],
    queryFn: ({ signal }) => askHub(document, variables, { signal }),
    enabled,
    refetchInterval: every,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
}

/** A write. `refreshes` names the operations whose remembered answers it makes old; none named means all. */
export function useHubWrite<Data, Variables>(
  document: HubDocument<Data, Variables>,
  refreshes?: readonly { readonly name: string }[],
): UseMutationResult<Data, HubError, Variables> {
  const client = useQueryClient();
  return useMutation<Data, HubError, Variables>({
    mutationFn: (variables) => askHub(document, variables),
    onSuccess: async () => {
      if (!refreshes) return client.invalidateQueries();
      await Promise.all(refreshes.map(({ name }) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}
