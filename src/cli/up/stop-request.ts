/** Hears the wish to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of npm; the second signal means now. */

export interface StopRequest {
  /** Aborted at the first wish. */
  readonly signal: AbortSignal;
  /** Resolves at the first wish. */
  readonly asked: Promise<void>;
  onForce(act: () => void): void;
  dispose(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Ctrl-C under npm arrives twice, from the terminal and from npm: so close together it is one wish. */
const ONE_WISH_MS = 500;

/** How often to look whether npm's shell is still there. */
const PARENT_LOOK_MS = 200;

export interface StopSources {
  /** npm hands SIGTERM to its shell, and most shells die of it without a word to us: then the parent is another. */
  readonly startedByNpm: boolean;
  readonly now?: () => number;
  readonly parent?: () => number;
}

export function listenForStopRequest(sources: StopSources): StopRequest {
  const { now = Date.now, parent = () => process.ppid } = sources;
  const controller = new AbortController();
  let force: () => void = () => {};
  let first = 0;
  let settle: () => void = () => {};
  const asked = new Promise<void>((resolve) => (settle = resolve));
  const onSignal = () => {
    if (!controller.signal.aborted) {
      first = now();
      controller.abort();
      settle();
    } else if (now() - first > ONE_WISH_MS) {
      force();
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const firstParent = parent();
  const look = setInterval(() => {
    if (sources.startedByNpm && !controller.signal.aborted && parent() !== firstParent) onSignal();
  }, PARENT_LOOK_MS);
  return {
    signal: controller.signal,
    asked,
    onForce: (act) => (force = act),
    dispose: () => {
      clearInterval(look);
      SIGNALS.forEach((signal) => process.off(signal, onSignal));
    },
  };
}
