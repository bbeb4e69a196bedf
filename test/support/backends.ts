/** The queue back ends that a suite runs on: PostgreSQL always, Redis where there is one (in CI: always). */

export interface Backend {
  readonly name: 'PostgreSQL' | 'Redis';
  /** A Redis database of the test's own, or undefined for PostgreSQL. Called once a suite. */
  redisUrl(): string | undefined;
}

let nextRedisDatabase = Number(process.env.JEST_WORKER_ID ?? 1) * 8;

export function backends(): Backend[] {
  const redis = process.env.HUB_TEST_REDIS_URL;
  const postgres: Backend = { name: 'PostgreSQL', redisUrl: () => undefined };
  if (!redis) return [postgres];
  return [
    postgres,
    {
      name: 'Redis',
      redisUrl: () => {
        nextRedisDatabase += 1;
        return `${redis}/${nextRedisDatabase % 64}`;
      },
    },
  ];
}
