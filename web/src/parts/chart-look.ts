/** The colours and type that charts take from the page's tokens, light or dark, as they are at this moment. */
import { useSyncExternalStore } from 'react';
import { onThemeChange } from '../shared/theme';

const TOKENS = {
  surface: '--surface',
  ink: '--ink',
  soft: '--ink-soft',
  line: '--line',
  strongLine: '--line-strong',
  sunken: '--sunken',
  accent: '--accent',
  good: '--benefiting',
  middling: '--partial',
  bad: '--not-yet',
  info: '--info',
  neutral: '--not-applicable',
} as const;

export type ChartLook = Readonly<Record<keyof typeof TOKENS | 'font', string>> & {
  /** False where the reader asked for less motion. */
  readonly animation: boolean;
};

const DARK = '(prefers-color-scheme: dark)';
const CALM = '(prefers-reduced-motion: reduce)';

function read(): ChartLook {
  const style = getComputedStyle(document.documentElement);
  const colours = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return {
    ...(Object.fromEntries(colours) as Record<keyof typeof TOKENS, string>),
    font: style.getPropertyValue('--sans').trim(),
    animation: !matchMedia(CALM).matches,
  };
}

let current: ChartLook | null = null;

function listen(listener: () => void): () => void {
  const heard = () => {
    current = read();
    listener();
  };
  const queries = [matchMedia(DARK), matchMedia(CALM)];
  const forget = onThemeChange(heard);
  for (const query of queries) query.addEventListener('change', heard);
  return () => {
    forget();
    for (const query of queries) query.removeEventListener('change', heard);
    current = null;
  };
}

export function useChartLook(): ChartLook {
  return useSyncExternalStore(listen, () => (current ??= read()));
}
