/** Finds a linkage model: one that ships with the hub by its name, or a file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLinkageModel } from '../../domain/linkage/check-linkage-model';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { PROJECT_ROOT } from '../../project-root';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { explainFile, explainModel } from './explain-input';

const SHIPPED = join(PROJECT_ROOT, 'schema', 'models');

export const DEFAULT_MODEL = 'vietnamese-residents';

/** @throws Failure when there is no such model, or it is not valid; then with everything that is wrong with it. */
export function readModel(nameOrPath: string): LinkageModel {
  const shipped = join(SHIPPED, `${nameOrPath}.json`);
  const path = /^[a-z0-9-]+$/.test(nameOrPath) && existsSync(shipped) ? shipped : nameOrPath;
  const checked = checkLinkageModel(readJson(path));
  if ('problems' in checked) throw explainModel(path, checked.problems);
  return checked.model;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const names = readdirSync(SHIPPED).map((file) => file.replace(/\.json$/, ''));
    const { text: words } = explainFile(path, error);
    throw new Failure(ExitCode.USAGE, {
      vi: `${words.vi} Các mô hình có sẵn: ${names.join(', ')}.`,
      en: `${words.en} Models that ship with the hub: ${names.join(', ')}.`,
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw explainModel(path, [{ at: 'model', fault: 'is no JSON' }]);
  }
}
