/** Checks the walls between the rooms, and that the check saw every file: a cruiser that sees nothing finds nothing wrong. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise, format } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const ROOMS = ['src', 'workers', 'migrations', 'web/src'];

const options = await extractOptions(resolve('.dependency-cruiser.cjs'));
const { output: result } = await cruise(ROOMS, options, undefined, {
  tsConfig: extractTsConfig('tsconfig.json'),
});
const seen = result.modules.filter(({ source }) => ROOMS.some((room) => source.startsWith(`${room}/`)));
const files = ROOMS.flatMap(listSources);

if (seen.length < files.length) {
  process.stderr.write(
    `rooms: only ${seen.length} of ${files.length} files were seen; the check proves nothing\n`,
  );
  process.exitCode = 1;
}
if (result.summary.violations.length > 0) {
  const { output } = await format(result, { outputType: 'err-long' });
  process.stderr.write(`${output}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`rooms: ${files.length} files, no wall broken\n`);
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
