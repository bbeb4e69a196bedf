/** Brings a file into the hub: uploads it and makes a dataset of it, read as the person at the command line says. */
import { basename } from 'node:path';
import { Refused } from '../hub/hub-answers';
import { ask, refusal, type HubAddress } from '../hub/hub-client';
import { type Language } from '../surroundings';
import { type ColumnMap } from './column-map';
import { type ProgressLine } from './progress-line';
import { uploadFile } from './upload-file';

export interface FileToBring {
  readonly hub: HubAddress;
  readonly name: string | undefined;
  readonly columnMap: ColumnMap | undefined;
  /** How to read it, where the hub is not to find out: header line, sheet, encoding. */
  readonly reading?: object | undefined;
  readonly language: Language;
  readonly progress: ProgressLine;
}

/** Gives the dataset's id. @throws Failure when the file is not readable or the hub refuses it. */
export async function bringFile(path: string, file: FileToBring): Promise<string> {
  const { hub, language, progress, name, columnMap, reading } = file;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const uploadId = await uploadFile(hub, path, (sent, total) =>
    progress.note(`${language === 'vi' ? 'Đang tải lên' : 'Uploading'} ${percent.format(sent / total)}`),
  );
  const input = {
    uploadId,
    name: name ?? basename(path),
    ...(columnMap ? { mapping: columnMap } : {}),
    ...(reading ? { reading } : {}),
  };
  const data = await ask(hub, 'create-dataset', { input });
  return unwrap(data.createDataset);
}

/** The id of what was made. @throws Failure with the hub's own words when it refused. */
export function unwrap(answer: unknown): string {
  const refused = Refused.safeParse(answer);
  if (refused.success) throw refusal(refused.data.code, refused.data.message);
  return String((answer as { id: unknown }).id);
}
