/** The where translator: what it writes, and that nothing of a caller ever becomes SQL. */
import * as fc from 'fast-check';
import { UnusableWhere, whereToSql, type Where, type WhereColumns } from './where-sql';

const columns: WhereColumns = {
  state: { sql: 'r.state', type: 'text' },
  createdAt: { sql: 'r.created_at', type: 'timestamptz' },
  reasons: { sql: 'v.reasons', type: 'text[]' },
};
const translate = (where: Where, parameters: unknown[] = []) => ({
  sql: whereToSql(where, columns, parameters),
  parameters,
});

describe('whereToSql', () => {
  it('joins fields and operators with and', () => {
    expect(translate({ state: { eq: 'QUEUED', ne: 'RUNNING' }, createdAt: { gte: '2025-07-01' } })).toEqual({
      sql: '((r.state = $1::text and r.state is distinct from $2::text) and (r.created_at >= $3::timestamptz))',
      parameters: ['QUEUED', 'RUNNING', '2025-07-01'],
    });
  });

  it('numbers its parameters after those of the caller', () => {
    expect(translate({ state: { in: ['A', 'B'] } }, ['first'])).toEqual({
      sql: '((r.state = any($2::text[])))',
      parameters: ['first', ['A', 'B']],
    });
  });

  it('nests and, or and not', () => {
    const { sql } = translate({
      or: [{ not: { state: { eq: 'A' } } }, { and: [{ reasons: { contains: 'X' } }] }],
    });
    expect(
      sql
        .replaceAll(/\(+|\)+/g, ' ')
        .replaceAll(/ +/g, ' ')
        .trim(),
    ).toBe('not r.state = $1::text or $2::text = any v.reasons');
    expect(sql).toMatch(/^\(+not .+ or .+\)$/);
  });

  it('takes an empty filter for true and an empty or for false', () => {
    expect(translate({}).sql).toBe('true');
    expect(translate({ or: [] }).sql).toBe('(false)');
    expect(translate({ state: {} }).sql).toBe('(true)');
  });

  it.each<[string, Where]>([
    ['an unknown field', { password: { eq: 'x' } }],
    ['an inherited name', { constructor: { eq: 'x' } }],
    ['an unknown operator', { state: { like: '%' } }],
    ['contains on a moment', { createdAt: { contains: 'x' } }],
    ['eq on a list', { reasons: { eq: 'x' } }],
    ['a filter nested too deeply', { not: { not: { not: { not: { not: { not: { not: {} } } } } } } }],
    ['too many conditions', { or: Array.from({ length: 51 }, () => ({ state: { eq: 'A' } })) }],
  ])('refuses %s', (_, where) => {
    expect(() => translate(where)).toThrow(UnusableWhere);
  });

  it('never lets a value into the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), (value) => {
        const { sql, parameters } = translate({
          state: { eq: `§${value}` },
          or: [{ state: { ne: `§${value}` } }],
        });
        expect(sql).not.toContain('§');
        expect(parameters).toEqual([`§${value}`, `§${value}`]);
      }),
    );
  });
});
