/** What a reader may assume of an indicator: between which bounds, in which steps, and how it is written in the address. */
import { type ConsoleFiguresQuery } from '../../../generated/types';

export type Figures = ConsoleFiguresQuery['matrix'];
export type Figure = Figures['groups'][number]['items'][number]['indicators'][number];

/** Values by the code of the indicator. */
export type Assumed = ReadonlyMap<string, number>;

export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** Shares end at 100 %; other figures have no end, so their track reaches to half again the greatest that matters. */
export function boundsOf({ indicator, observation }: Figure): Bounds {
  const { unit, target, lowerThreshold } = indicator;
  const value = observation?.value ?? 0;
  const step = unit === 'RATIO' ? 0.1 : unit === 'PERCENT' ? 0.5 : 1;
  if (unit === 'PERCENT') return { least: 0, most: 100, step };
  const greatest = Math.max(target, lowerThreshold, value) * 1.5;
  const round = 10 ** Math.max(0, Math.floor(Math.log10(greatest)));
  return { least: 0, most: Math.ceil(greatest / round) * round, step };
}

/** `DVC_ONLINE_SHARE:75,SYNC_LAG_MINUTES:30`; what is not understood is left out. */
export function readAssumed(written: string | null): Assumed {
  const pairs = (written ?? '').split(',').map((pair) => /^([A-Z][A-Z\d_]*):(\d+(?:\.\d+)?)$/.exec(pair));
  return new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', Number(pair[2])]] : [])));
}

/** Null where nothing is assumed. */
export function writeAssumed(assumed: Assumed): string | null {
  return [...assumed].map(([code, value]) => `${code}:${value}`).join(',') || null;
}
