/** The rows of a verification by their place in the list, fetched page by page as they come into sight. */
import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type VerdictRowsQuery, type VerdictWhere } from '../../../generated/types';
import { VerdictRowsDocument } from '../../../generated/verdict-rows';
import { VerdictTotalDocument } from '../../../generated/verdict-total';
import { askHub } from '../../hub/ask-hub';
import { type HubError } from '../../hub/hub-error';
import { useHub } from '../../hub/use-hub';

type Page = NonNullable<VerdictRowsQuery['run']>['verdicts'];
export type VerdictRow = Page['nodes'][number];

const PAGE = 100;

interface Sight {
  readonly first: number;
  readonly last: number;
}

export interface VerdictRows {
  readonly total: number | null;
  readonly error: HubError | null;
  rowAt(index: number): VerdictRow | null;
  onSight(first: number, last: number): void;
}

async function fetchPage(
  id: string,
  where: VerdictWhere | null,
  after: string | null,
  signal: AbortSignal,
): Promise<Page> {
  const { run } = await askHub(VerdictRowsDocument, { id, where, after, first: PAGE }, { signal });
  return run?.verdicts ?? { nodes: [], pageInfo: { endCursor: null, hasNextPage: false } };
}

/** All rows: their numbers have no gaps, so the page for any place is known without those before it. */
function useAllRows(id: string, total: number | null, sight: Sight, enabled: boolean) {
  const [from, to] = [Math.floor(sight.first / PAGE), Math.floor(sight.last / PAGE)];
  const numbers = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  const pages = useQueries({
    queries: numbers.map((number) => ({
      queryKey: ['VerdictRows', id, 'all', number],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchPage(id, { seq: { gt: number * PAGE, lte: (number + 1) * PAGE } }, null, signal),
      enabled: enabled && total !== null,
      staleTime: 60_000,
    })),
  });
  const rowAt = (index: number): VerdictRow | null => {
    const page = pages[Math.floor(index / PAGE) - from]?.data;
    return page?.nodes.find(({ seq }) => seq === index + 1) ?? null;
  };
  return { rowAt, error: (pages.find(({ error }) => error)?.error ?? null) as HubError | null };
}

/** Filtered rows: each page is known by the end of the one before it. */
function useFilteredRows(id: string, where: VerdictWhere, sight: Sight, enabled: boolean) {
  const query = useInfiniteQuery({
    queryKey: ['VerdictRows', id, where],
    queryFn: ({ pageParam, signal }) => fetchPage(id, where, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    enabled,
    staleTime: 60_000,
  });
  const loaded = (query.data?.pages.length ?? 0) * PAGE;
  if (enabled && query.hasNextPage && !query.isFetching && !query.error && sight.last + PAGE / 2 > loaded) {
    void query.fetchNextPage();
  }
  const rowAt = (index: number): VerdictRow | null =>
    query.data?.pages[Math.floor(index / PAGE)]?.nodes[index % PAGE] ?? null;
  return { rowAt, error: query.error as HubError | null };
}

export function useVerdictRows(id: string, where: VerdictWhere): VerdictRows {
  const isFiltered = Object.keys(where).length > 0;
  const [sight, setSight] = useState<Sight>({ first: 0, last: 0 });
  const count = useHub(VerdictTotalDocument, { id, where });
  const total = count.data?.run?.verdicts.totalCount ?? null;
  const all = useAllRows(id, total, sight, !isFiltered);
  const filtered = useFilteredRows(id, where, sight, isFiltered);
  const onSight = useCallback((first: number, last: number) => setSight({ first, last }), []);
  const { rowAt, error } = isFiltered ? filtered : all;
  return { total, error: count.error ?? error, rowAt, onSight };
}
