/** Listens to what is printed while connectors work: they have no log of their own, and what they print ends up in one. */

export interface Overheard {
  readonly said: readonly string[];
  stop(): void;
}

const STREAMS = ['stdout', 'stderr'] as const;

/** Everything is still printed. */
export function overhear(): Overheard {
  const said: string[] = [];
  const undo = STREAMS.map((name) => {
    const stream = process[name];
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: [never]) => {
      said.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return write(chunk, ...rest);
    }) as typeof stream.write;
    return () => (stream.write = write);
  });
  return { said, stop: () => undo.forEach((each) => each()) };
}
