/** Keeps the levels of a comparison in the model's order: a closer level is never worth less than a farther one. */
import { type Comparison, type ComparisonLevel } from './linkage-model';

/**
 * Pools neighbouring levels that are out of order into one ratio m/u (pool adjacent violators), so that both are worth the same. The
 * names of pooled levels are added to `reordered` as `comparison.level`.
 */
export function orderLevels(comparison: Comparison, reordered: string[]): Comparison {
  const pools: { levels: ComparisonLevel[]; m: number; u: number }[] = [];
  for (const level of comparison.levels) {
    let pool = { levels: [level], m: level.m, u: level.u };
    for (let last = pools.at(-1); last && last.m / last.u < pool.m / pool.u; last = pools.at(-1)) {
      pools.pop();
      pool = { levels: [...last.levels, ...pool.levels], m: last.m + pool.m, u: last.u + pool.u };
    }
    pools.push(pool);
  }
  const levels = pools.flatMap(({ levels: pooled, m, u }) => {
    if (pooled.length === 1) return pooled;
    reordered.push(...pooled.map(({ name }) => `${comparison.name}.${name}`));
    return pooled.map((level) => ({ ...level, m: Math.min(1 - 1e-9, (level.u * m) / u) }));
  });
  return { ...comparison, levels };
}
