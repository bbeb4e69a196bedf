/** Reads --rules: the id of a pack that ships with the product, or a YAML file of one's own. */
import { readFileSync } from 'node:fs';
import { type RulePack } from '../../domain/cleanse/rule-pack';
import { findRulePack, listRulePacks, parseRulePack } from '../../services/reference/rule-packs';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';

/** @throws Failure with exit code 64 when it is neither. */
export function readPack(given: string): RulePack {
  const shipped = findRulePack(given);
  if (shipped !== null) return shipped;
  try {
    return parseRulePack(readFileSync(given, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    const ids = listRulePacks()
      .map(({ id }) => id)
      .join(', ');
    throw new Failure(ExitCode.USAGE, {
      vi: `--rules cần một tệp YAML hoặc một trong: ${ids}. (${why})`,
      en: `--rules takes a YAML file or one of: ${ids}. (${why})`,
    });
  }
}
