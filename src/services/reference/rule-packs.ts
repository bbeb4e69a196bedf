/** The packs of cleansing rules that ship with the product, and how a pack of one's own is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { findPackProblems, RuleMode, type RulePack } from '../../domain/cleanse/rule-pack';
import { PROJECT_ROOT } from '../../project-root';

const Pack = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  title: z.strictObject({ vi: z.string(), en: z.string() }),
  modes: z.record(z.string(), z.enum(Object.values(RuleMode) as [RuleMode, ...RuleMode[]])),
});
export type NamedPack = z.infer<typeof Pack>;

export const DEFAULT_PACK = 'resident';

/** @throws ZodError or YAMLParseError when it is no pack; Error when it names unknown rules or would lose information unasked. */
export function parseRulePack(yaml: string): NamedPack {
  const pack = Pack.parse(parse(yaml));
  const problems = findPackProblems(pack.modes);
  if (problems.length > 0)
    throw new Error(problems.map(({ rule, problem }) => `${rule}: ${problem}`).join(', '));
  return pack;
}

let shipped: readonly NamedPack[] | null = null;

export function listRulePacks(): readonly NamedPack[] {
  const folder = join(PROJECT_ROOT, 'schema', 'rules');
  shipped ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => parseRulePack(readFileSync(join(folder, file), 'utf8')));
  return shipped;
}

/** Null when no such pack ships. */
export function findRulePack(id: string): RulePack | null {
  return listRulePacks().find((pack) => pack.id === id) ?? null;
}
