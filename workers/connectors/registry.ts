/** Finds the connectors: every folder beside this file is one. Adding a connector touches no other file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Capability, DataClass, type ConnectorSpec } from './contract';

/** One or more folders are no connectors; the message names each with what to mend. */
export class UnfitConnectors extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Connectors need mending:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'UnfitConnectors';
  }
}

/** @throws UnfitConnectors naming every folder that is not what it says. */
export function loadConnectorSpecs(root = __dirname): ConnectorSpec[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const problems: string[] = [];
  const specs = folders.flatMap((folder) => {
    const spec = loadFolder(root, folder);
    if (typeof spec === 'string') problems.push(`${folder}: ${spec}`);
    else problems.push(...findSpecProblems(spec, folder).map((problem) => `${folder}: ${problem}`));
    return typeof spec === 'string' ? [] : [spec];
  });
  if (problems.length > 0) throw new UnfitConnectors(problems);
  return specs;
}

/** A sentence when the folder exports no connector. */
function loadFolder(root: string, folder: string): ConnectorSpec | string {
  try {
    // The folders are known only at run time; `import()` would make starting asynchronous for nothing.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { connector } = require(join(root, folder)) as { connector?: ConnectorSpec };
    return connector ?? 'index exports no `connector`';
  } catch (error) {
    return `cannot be loaded (${error instanceof Error ? error.message.split('\n')[0] : 'unknown error'})`;
  }
}

const count = z.int().min(1);
const text = z.string().trim().min(1);

const Spec = z.object({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'small letters and digits, parted by hyphens'),
  title: z.object({ vi: text, en: text }),
  capabilities: z.array(z.enum(Capability)).min(1),
  dataClass: z.enum(DataClass),
  simulated: z.boolean(),
  limits: z.object({
    batch: count.max(10_000),
    inFlight: count.max(256),
    deadlineMs: count.min(100).max(120_000),
  }),
  open: z.custom((value) => typeof value === 'function', 'must be a function'),
});

/** What is wrong with a spec, one sentence each; empty when it is fit. */
export function findSpecProblems(spec: ConnectorSpec, folder: string): string[] {
  const parsed = Spec.safeParse(spec);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (spec.id !== folder) problems.push(`id: is "${spec.id}", the folder is "${folder}"; make both the same`);
  try {
    const { type } = describeSettings(spec) as { type?: string };
    if (type !== 'object') problems.push('settings: must be a zod object');
  } catch {
    problems.push('settings: cannot be written as JSON Schema, so no form can be made of them');
  }
  return problems;
}

/** The settings as JSON Schema: what a form is made of, and what the gateway checks against. */
export function describeSettings(spec: Pick<ConnectorSpec, 'settings'>): object {
  return z.toJSONSchema(spec.settings, { io: 'input' });
}
