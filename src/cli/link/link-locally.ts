/** Links files in this process, without a hub. */
import { linkRows } from '../../domain/linkage/link-rows';
import { ExitCode } from '../exit-codes';
import { type Language } from '../surroundings';
import { type ProgressLine } from '../verify/progress-line';
import { checkWritable } from '../verify/save-artifact';
import { readModel } from './read-model';
import { readTable, type InputFile } from './read-table';
import { wordLinkage, wordReading, wordStep } from './word-linkage';
import { writeClusters, writePairs } from './write-linkage';

export interface LocalLinkOptions {
  readonly inputs: readonly InputFile[];
  readonly model: string;
  readonly out: string | undefined;
  readonly clusters: string | undefined;
  readonly json: boolean;
  readonly language: Language;
  readonly progress: ProgressLine;
  readonly print: (text: string) => void;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

export async function linkLocally(options: LocalLinkOptions): Promise<ExitCode> {
  const { language, progress, out, clusters, now } = options;
  const written = [out, clusters].filter((path) => path !== undefined);
  for (const path of written) checkWritable(path);
  const started = now();
  const model = readModel(options.model);
  const { table, files } = await readTable(model, options.inputs, (path, share) =>
    progress.note(wordReading(path, share, language)),
  );
  const result = linkRows(model, table, {
    onStep: (step, done, total) => progress.note(wordStep(step, done, total, language)),
  });
  if (out !== undefined) await writePairs(out, model, result, files);
  if (clusters !== undefined) await writeClusters(clusters, result, files);
  progress.end();
  const seconds = (now() - started) / 1_000;
  const { report } = result;
  const rejected = files.map((file) => ({
    file: file.path,
    accepted: file.accepted,
    rejected: file.rejected.length,
  }));
  options.print(
    options.json
      ? `${JSON.stringify({ model: model.id, modelVersion: model.version, files: rejected, ...report, seconds, written })}\n`
      : wordLinkage({ report, files, seconds, written }, language),
  );
  return files.some((file) => file.rejected.length > 0) ? ExitCode.ISSUES : ExitCode.DONE;
}
