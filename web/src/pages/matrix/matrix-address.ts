/** Keeps in the address what the reader chose on the matrix page: which matrix, which view, which cell. */
import { useCallback } from 'react';
import { CURRENT_PERIOD } from '../../shared/current-period';
import { useAddress } from '../../shared/use-address';

export const VIEWS = ['heat', 'table', 'compare', 'what-if'] as const;
export type View = (typeof VIEWS)[number];

export interface MatrixAddress {
  readonly locality: string;
  readonly period: string;
  readonly view: View;
  /** `B.1.1/BENEFIT_CITIZEN`: the cell whose drawer stands open. */
  readonly cell: string | null;
  /** The assessment to compare with: `79.2025-H1`. */
  readonly against: string | null;
  /** What the what-if view assumes: `DVC_ONLINE_SHARE:75,SYNC_LAG_MINUTES:30`. */
  readonly assume: string | null;
}

type Change = Partial<Record<keyof MatrixAddress, string | null>>;

const DEFAULTS = { locality: 'VN', period: CURRENT_PERIOD, view: 'heat' } as const;

/** A reader steps back out of a drawer; a mere choice of view adds nothing to the history. */
export function useMatrixAddress(): [MatrixAddress, (change: Change) => void] {
  const [params, setParams] = useAddress();
  const address: MatrixAddress = {
    locality: params.get('locality') ?? DEFAULTS.locality,
    period: params.get('period') ?? DEFAULTS.period,
    view: VIEWS.find((view) => view === params.get('view')) ?? DEFAULTS.view,
    cell: params.get('cell'),
    against: params.get('against'),
    assume: params.get('assume'),
  };
  const change = useCallback(
    (changes: Change) => setParams(changes, { step: 'cell' in changes }),
    [setParams],
  );
  return [address, change];
}
