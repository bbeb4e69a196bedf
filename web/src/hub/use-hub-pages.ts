/** Reads a connection page after page, each asked for from the end of the one before it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLanguage } from '../shared/use-language';
import { askHub } from './ask-hub';
import { type HubDocument } from './hub-document';
import { type HubError } from './hub-error';

interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface HubPages<Node> {
  /** What has come so far; null before the first page. */
  readonly nodes: readonly Node[] | null;
  readonly totalCount: number;
  readonly error: HubError | null;
  readonly hasMore: boolean;
  readonly isFetching: boolean;
  /** Epoch milliseconds of the last answer. */
  readonly updatedAt: number;
  more(): void;
  again(): void;
}

export function useHubPages<Data, Variables, Node>(
  document: HubDocument<Data, Variables & { after?: string | null | undefined }>,
  variables: Variables,
  connectionOf: (data: Data) => Connection<Node> | null | undefined,
  /** Milliseconds between two askings for all that is shown; false for once. */
  { every = false }: { readonly every?: number | false } = {},
): HubPages<Node> {
  const language = useLanguage();
  const query = useInfiniteQuery<
    Connection<Node>,
    HubError,
    { pages: Connection<Node>[] },
    unknown[],
    string | null
  >({
    queryKey: [document.name, variables, language],
    queryFn: async ({ pageParam, signal }) => {
      const data = await askHub(document, { ...variables, after: pageParam }, { signal });
      return (
        connectionOf(data) ?? { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }
      );
    },
    initialPageParam: null,
    refetchInterval: every,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const pages = query.data?.pages;
  return {
    nodes: pages ? pages.flatMap(({ nodes }) => nodes) : null,
    totalCount: pages?.[0]?.totalCount ?? 0,
    error: query.error,
    hasMore: query.hasNextPage,
    isFetching: query.isFetching,
    updatedAt: query.dataUpdatedAt,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
