/** Lets a suspected chunk be worked on alone in its process, so that a crash is never blamed on a neighbour. */

export interface Solitude {
  /** Beside others; waits while somebody is alone or waits to be. */
  together<T>(work: () => Promise<T>): Promise<T>;
  /** After everything in hand is finished, and before anything else begins. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createSolitude(): Solitude {
  let gate: Promise<void> = Promise.resolve();
  const inHand = new Set<Promise<unknown>>();
  return {
    async together(work) {
      // The gate may have been closed again while this one waited before it.
      for (let passed: Promise<void> | null = null; passed !== gate;) {
        passed = gate;
        await passed;
      }
      const working = work();
      inHand.add(working);
      return working.finally(() => inHand.delete(working));
    },
    async alone(work) {
      const before = gate;
      let open: () => void = () => {};
      gate = new Promise((resolve) => (open = resolve));
      await before;
      await Promise.allSettled(inHand);
      try {
        return await work();
      } finally {
        open();
      }
    },
  };
}
