/** The purpose policies that ship with the product: data, checked when they are read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findPolicyProblems, Risk, type PolicyBook } from '../../domain/verdict/purpose-policy';
import { Verdict } from '../../domain/verdict/verdict';
import { PROJECT_ROOT } from '../../project-root';

const Book = z.strictObject({
  version: z.string().min(1).max(40),
  purposes: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z][A-Z0-9_.-]{0,39}$/),
      title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
      risk: z.enum(Risk),
      accepts: z.array(z.enum(Verdict)),
      comparesAddress: z.boolean(),
    }),
  ),
});

let shipped: PolicyBook | null = null;

/** @throws ZodError or Error when a policy accepts what no policy may. */
export function getPurposePolicies(): PolicyBook {
  if (shipped) return shipped;
  const text = readFileSync(join(PROJECT_ROOT, 'schema', 'policies', 'purposes.json'), 'utf8');
  const book = Book.parse(JSON.parse(text));
  const problems = findPolicyProblems(book);
  if (problems.length > 0) throw new Error(problems.join(', '));
  return (shipped = book);
}
