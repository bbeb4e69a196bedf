/** Links files in this process, without a hub. */
import { writeFileSync } from 'node:fs';
import { linkRows } from '../../domain/linkage/link-rows';
import { type LinkageModel } from '../../domain/linkage/linkage-model';
import { type LinkageTable } from '../../domain/linkage/linkage-table';
import { seededRandom } from '../../domain/linkage/seeded-random';
import { isTrainingProblem, trainModel, type Trained } from '../../domain/linkage/train-model';
import { ExitCode } from '../exit-codes';
import { type Language } from '../surroundings';
import { type ProgressLine } from '../verify/progress-line';
import { checkWritable } from '../save-whole';
import { explainTraining } from './explain-input';
import { readModel } from './read-model';
import { type InputFile } from './read-rows';
import { readTable } from './read-table';
import { wordLinkage, wordReading, wordStep, wordTraining } from './word-linkage';
import { writeClusters, writePairs } from './write-linkage';

export interface LocalLinkOptions {
  readonly inputs: readonly InputFile[];
  readonly model: string;
  readonly out: string | undefined;
  readonly clusters: string | undefined;
  /** Learn the weights from the files first. */
  readonly train: boolean;
  /** Where the learnt model goes. */
  readonly saveModel: string | undefined;
  readonly json: boolean;
  readonly language: Language;
  readonly progress: ProgressLine;
  readonly print: (text: string) => void;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

export async function linkLocally(options: LocalLinkOptions): Promise<ExitCode> {
  const { language, progress, out, clusters, saveModel, now } = options;
  const written = [out, clusters, saveModel].filter((path) => path !== undefined);
  for (const path of written) checkWritable(path);
  const started = now();
  const given = readModel(options.model);
  const { table, files } = await readTable(given, options.inputs, (path, share) =>
    progress.note(wordReading(path, share, language)),
  );
  const training = options.train ? train(given, table, options) : null;
  const model = training?.model ?? given;
  if (saveModel !== undefined) writeFileSync(saveModel, `${JSON.stringify(model, null, 2)}\n`);
  const linking = now();
  const result = linkRows(model, table, {
    onStep: (step, done, total) => progress.note(wordStep(step, done, total, language)),
  });
  const linkSeconds = (now() - linking) / 1_000;
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
      ? `${JSON.stringify({ model: model.id, modelVersion: model.version, files: rejected, training: training?.report, ...report, linkSeconds, seconds, written })}\n`
      : (training ? wordTraining(training.report, language) : '') +
          wordLinkage({ report, files, seconds, written }, language),
  );
  return files.some((file) => file.rejected.length > 0) ? ExitCode.ISSUES : ExitCode.DONE;
}

/** Which random pairs are drawn does not matter, but the same files should always teach the same model. */
const TRAINING_SEED = 6;

function train(model: LinkageModel, table: LinkageTable, { progress, language }: LocalLinkOptions): Trained {
  progress.note(language === 'vi' ? 'Đang học trọng số' : 'Learning the weights');
  const trained = trainModel(model, table, seededRandom(TRAINING_SEED));
  if (isTrainingProblem(trained)) throw explainTraining(trained);
  return trained;
}
