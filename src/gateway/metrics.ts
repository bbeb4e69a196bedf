/** Figures of the gateway in the Prometheus format: latency by operation, requests under way, runs being followed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gauge, Histogram, Registry } from 'prom-client';
import { PROJECT_ROOT } from '../project-root';

export interface Metrics {
  readonly contentType: string;
  print(): Promise<string>;
  /** Call when an operation begins; call what it returns when it is over. */
  begin(): (operationName: string | null | undefined, outcome: 'ok' | 'error') => void;
}

export function createMetrics(feeds: Readonly<Record<string, { readonly size: number }>>): Metrics {
  const registry = new Registry();
  const latency = new Histogram({
    name: 'hub06_graphql_seconds',
    help: 'Time from request to answer, by operation of the product; all others count as "other".',
    labelNames: ['operation', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const underWay = new Gauge({
    name: 'hub06_graphql_in_flight',
    help: 'GraphQL operations being answered now.',
    registers: [registry],
  });
  new Gauge({
    name: 'hub06_runs_followed',
    help: 'Subscriptions to the progress of runs.',
    registers: [registry],
    collect() {
      this.set(feeds.progress?.size ?? 0);
    },
  });
  new Gauge({
    name: 'hub06_subscriptions',
    help: 'Subscriptions of every kind.',
    registers: [registry],
    collect() {
      this.set(Object.values(feeds).reduce((sum, feed) => sum + feed.size, 0));
    },
  });
  new Gauge({
    name: 'hub06_gateway_resident_bytes',
    help: 'Resident memory of the gateway.',
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  // Names come from clients: a label for each that is sent would let anybody fill the memory.
  const known = readOperationNames();
  return {
    contentType: registry.contentType,
    print: () => registry.metrics(),
    begin() {
      underWay.inc();
      const stop = latency.startTimer();
      return (name, outcome) => {
        underWay.dec();
        stop({ operation: name && known.has(name) ? name : 'other', outcome });
      };
    },
  };
}

function readOperationNames(): Set<string> {
  const folder = join(PROJECT_ROOT, 'schema', 'operations');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return new Set(texts.flatMap((text) => /^(?:query|mutation|subscription) (\w+)/m.exec(text)?.[1] ?? []));
}
