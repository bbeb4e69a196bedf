/** Writes web/generated/words: what each value of the schema's enums is called in both languages, as the schema says it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isEnumType } from 'graphql';

const kebab = (name) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** Descriptions are written "tiếng Việt / English"; one without English names a code that is the same in both. */
function wordsOf({ name, description }) {
  const [vi, ...rest] = (description ?? name).replace(/\s+/g, ' ').split(' / ');
  return [name, { vi, en: rest.join(' / ') || vi }];
}

/** One file an enum, so that a page carries the words that it shows and no others. */
export async function writeWords(schema, outDir, notice) {
  const folder = join(outDir, 'words');
  await mkdir(folder, { recursive: true });
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !type.name.startsWith('__'),
  );
  await Promise.all(
    enums.map((type) => {
      const words = Object.fromEntries(type.getValues().map(wordsOf));
      const constant = `${type.name[0].toLowerCase()}${type.name.slice(1)}Words`;
      return writeFile(
        join(folder, `${kebab(type.name)}.ts`),
        `${notice}export const ${constant} = ${JSON.stringify(words, null, 2)};\n`,
      );
    }),
  );
}
