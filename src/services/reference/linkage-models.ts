/** The linkage models that ship with the product. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLinkageModel } from '../../domain/linkage/check-linkage-model';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { PROJECT_ROOT } from '../../project-root';

const FOLDER = join(PROJECT_ROOT, 'schema', 'models');

export const DEFAULT_LINKAGE_MODEL = 'vietnamese-residents';

export function listLinkageModelIds(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** Null when no such model ships. @throws Error when one that ships is broken. */
export function findLinkageModel(id: string): LinkageModel | null {
  if (!listLinkageModelIds().includes(id)) return null;
  const checked = checkLinkageModel(JSON.parse(readFileSync(join(FOLDER, `${id}.json`), 'utf8')));
  if ('problems' in checked)
    throw new Error(`the model ${id} is broken: ${JSON.stringify(checked.problems)}`);
  return checked.model;
}
