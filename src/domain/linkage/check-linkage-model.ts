/** Reads a linkage model from JSON of unknown origin and reports everything that is wrong with it at once. */
import { type LinkageModel } from './linkage-model';
import { splitReference } from './linkage-model';
import { TEST_NAMES } from './value-tests';
import { VALUE_READERS } from './value-readers';
import { findView, VIEW_NAMES } from './value-views';

/** `at` is the path within the file, `fault` an English sentence for whoever writes models. */
export interface ModelProblem {
  readonly at: string;
  readonly fault: string;
}

type Json = Record<string, unknown>;

/** The model, or all its problems. Unknown keys are problems too: a misspelt one would silently change nothing. */
export function checkLinkageModel(
  json: unknown,
): { model: LinkageModel } | { problems: readonly ModelProblem[] } {
  const check = new ModelCheck();
  check.model(json);
  return check.problems.length === 0 ? { model: json as LinkageModel } : { problems: check.problems };
}

const SHARE = { least: Number.MIN_VALUE, most: 1 - Number.EPSILON };

class ModelCheck {
  readonly problems: ModelProblem[] = [];

  model(json: unknown): void {
    const model = this.object('model', json, [
      ...['id', 'version', 'title', 'columns', 'fields', 'blocking', 'largestBlock', 'comparisons'],
      ...['frequencyCap', 'matchesPerRow', 'thresholds', 'exclusive', 'training'],
    ]);
    if (model === null) return;
    this.text('id', model.id);
    this.text('version', model.version);
    const title = this.object('title', model.title, ['vi', 'en']);
    if (title) for (const language of ['vi', 'en']) this.text(`title.${language}`, title[language]);
    const columns = this.columns(model.columns);
    const fields = this.fields(model.fields, columns);
    const rules = this.blocking(model.blocking, fields);
    this.number('largestBlock', model.largestBlock, 2, 10_000);
    const levels = this.comparisons(model.comparisons, fields);
    this.number('frequencyCap', model.frequencyCap, 0, 24);
    this.number('matchesPerRow', model.matchesPerRow, SHARE.least, 1_000);
    const thresholds = this.object('thresholds', model.thresholds, ['link', 'review']);
    if (thresholds) {
      this.number('thresholds.link', thresholds.link, SHARE.least, SHARE.most);
      this.number('thresholds.review', thresholds.review, SHARE.least, Number(thresholds.link) || SHARE.most);
    }
    this.exclusive(model.exclusive, levels);
    this.training(model.training, rules);
  }

  private columns(value: unknown): string[] {
    const columns = this.object('columns', value, null);
    if (columns === null) return [];
    for (const [name, aliases] of Object.entries(columns)) this.texts(`columns.${name}`, aliases);
    return Object.keys(columns);
  }

  private fields(value: unknown, columns: readonly string[]): string[] {
    return this.named('fields', value, ['name', 'from', 'reader'], (at, field) => {
      for (const column of this.texts(`${at}.from`, field.from)) this.oneOf(`${at}.from`, column, columns);
      this.oneOf(`${at}.reader`, field.reader, Object.keys(VALUE_READERS));
    });
  }

  private blocking(value: unknown, fields: readonly string[]): string[] {
    const references = (at: string, list: unknown) => {
      for (const reference of this.texts(at, list)) {
        const { field, view } = splitReference(reference);
        this.oneOf(at, field, fields);
        this.view(at, view);
      }
    };
    return this.named('blocking', value, ['name', 'key', 'split'], (at, rule) => {
      references(`${at}.key`, rule.key);
      if (rule.split !== undefined) references(`${at}.split`, rule.split);
    });
  }

  /** Level names by comparison, for what refers to them. */
  private comparisons(value: unknown, fields: readonly string[]): Map<string, string[]> {
    const levels = new Map<string, string[]>();
    const keys = ['name', 'field', 'levels', 'impliedBy'];
    this.named('comparisons', value, keys, (at, comparison) => {
      this.oneOf(`${at}.field`, comparison.field, fields);
      const names = this.levels(`${at}.levels`, comparison.levels);
      const { impliedBy } = comparison;
      if (impliedBy !== undefined) {
        const implied = this.object(`${at}.impliedBy`, impliedBy, ['comparison', 'level', 'bits']);
        if (implied) {
          // Only an earlier one: a comparison that implied itself, or a circle, would mean nothing.
          this.oneOf(`${at}.impliedBy.comparison`, implied.comparison, [...levels.keys()]);
          this.oneOf(`${at}.impliedBy.level`, implied.level, levels.get(String(implied.comparison)) ?? []);
          this.number(`${at}.impliedBy.bits`, implied.bits, 0, 24);
        }
      }
      levels.set(String(comparison.name), names);
    });
    return levels;
  }

  private levels(at: string, value: unknown): string[] {
    const keys = ['name', 'test', 'on', 'at', 'm', 'u', 'termFrequency', 'chanceIsStated'];
    const list = Array.isArray(value) ? value : [];
    const names = this.named(at, value, keys, (place, level) => {
      this.oneOf(`${place}.test`, level.test, TEST_NAMES);
      if (level.on !== undefined) this.view(`${place}.on`, level.on);
      if (level.at !== undefined) this.number(`${place}.at`, level.at, 0, 1_000);
      this.number(`${place}.m`, level.m, SHARE.least, SHARE.most);
      this.number(`${place}.u`, level.u, SHARE.least, SHARE.most);
      if (level.termFrequency === true && level.test !== 'same')
        this.fault(
          `${place}.termFrequency`,
          'only levels with the test "same" have a value whose share counts',
        );
    });
    if (list.length < 2 || list.length > 16) this.fault(at, 'a comparison has 2 to 16 levels');
    if ((list.at(-1) as Json | undefined)?.test !== 'otherwise')
      this.fault(at, 'the last level must have the test "otherwise"');
    return names;
  }

  private exclusive(value: unknown, levels: ReadonlyMap<string, readonly string[]>): void {
    this.list('exclusive', value).forEach((one, index) => {
      const at = `exclusive[${index}]`;
      const entry = this.object(at, one, ['comparison', 'levels']);
      if (entry === null) return;
      this.oneOf(`${at}.comparison`, entry.comparison, [...levels.keys()]);
      const known = levels.get(String(entry.comparison)) ?? [];
      for (const level of this.texts(`${at}.levels`, entry.levels)) this.oneOf(`${at}.levels`, level, known);
    });
  }

  private training(value: unknown, rules: readonly string[]): void {
    const training = this.object('training', value, [
      'passes',
      'randomPairs',
      'pairsPerPass',
      'maxIterations',
    ]);
    if (training === null) return;
    const passes = this.texts('training.passes', training.passes);
    for (const pass of passes) this.oneOf('training.passes', pass, rules);
    if (passes.length < 2)
      this.fault('training.passes', 'at least two: what a pass blocks on is learnt in another one');
    this.number('training.randomPairs', training.randomPairs, 1_000, 100_000_000);
    this.number('training.pairsPerPass', training.pairsPerPass, 1_000, 100_000_000);
    this.number('training.maxIterations', training.maxIterations, 1, 100_000);
  }

  private named(
    at: string,
    value: unknown,
    keys: readonly string[],
    each: (at: string, item: Json) => void,
  ): string[] {
    const names: string[] = [];
    this.list(at, value).forEach((one, index) => {
      const place = `${at}[${index}]`;
      const item = this.object(place, one, keys);
      if (item === null) return;
      this.text(`${place}.name`, item.name);
      if (names.includes(String(item.name)))
        this.fault(`${place}.name`, `"${String(item.name)}" is there twice`);
      names.push(String(item.name));
      each(place, item);
    });
    if (names.length === 0) this.fault(at, 'must not be empty');
    return names;
  }

  private object(at: string, value: unknown, keys: readonly string[] | null): Json | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(at, 'must be an object');
      return null;
    }
    for (const key of Object.keys(value))
      if (keys && !keys.includes(key)) this.fault(`${at}.${key}`, 'is not known');
    return value as Json;
  }

  private list(at: string, value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(at, 'must be a list');
    return [];
  }

  private texts(at: string, value: unknown): string[] {
    const list = this.list(at, value);
    if (list.every((one) => typeof one === 'string')) return list as string[];
    this.fault(at, 'must be a list of texts');
    return [];
  }

  private text(at: string, value: unknown): void {
    if (typeof value !== 'string' || value === '') this.fault(at, 'must be a text');
  }

  private number(at: string, value: unknown, least: number, most: number): void {
    if (typeof value === 'number' && value >= least && value <= most) return;
    this.fault(at, `must be a number from ${least} to ${most}`);
  }

  private oneOf(at: string, value: unknown, known: readonly string[]): void {
    if (typeof value === 'string' && known.includes(value)) return;
    this.fault(at, `"${String(value)}" is none of: ${known.join(', ')}`);
  }

  private view(at: string, value: unknown): void {
    if (typeof value !== 'string' || findView(value) === null)
      this.fault(at, `"${String(value)}" is no view; there are: ${VIEW_NAMES.join(', ')}`);
  }

  private fault(at: string, fault: string): void {
    this.problems.push({ at, fault });
  }
}
