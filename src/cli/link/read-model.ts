/** Finds a linkage model: one that ships with the hub by its name, or a file. */
import { readFileSync } from 'node:fs';
import { checkLinkageModel } from '../../domain/linkage/check-linkage-model';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { findLinkageModel, listLinkageModelIds } from '../../services/reference/linkage-models';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { explainFile } from '../explain-file';
import { explainModel } from './explain-input';

/** @throws Failure when there is no such model, or it is not valid; then with everything that is wrong with it. */
export function readModel(nameOrPath: string): LinkageModel {
  const shipped = findLinkageModel(nameOrPath);
  if (shipped !== null) return shipped;
  const checked = checkLinkageModel(readJson(nameOrPath));
  if ('problems' in checked) throw explainModel(nameOrPath, checked.problems);
  return checked.model;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const names = listLinkageModelIds();
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
