/** Proves the command line's promises: every command is explained with an example, and wrong usage ends with 64. */
import { createProgram, runCommandLine } from './main';

const COMMANDS = [
  'up',
  'verify',
  'profile',
  'cleanse',
  'sim',
  'doctor',
  'keys',
  'webhooks',
  'migrate',
  'gateway',
  'worker',
  'simulator',
];

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

function capture() {
  const written: string[] = [];
  const keep = (text: unknown) => {
    written.push(String(text));
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
  return written;
}

test('--help names every command with an example', async () => {
  const written = capture();
  expect(await runCommandLine(['node', 'hub06', '--help'])).toBe(0);
  const help = written.join('');
  for (const command of COMMANDS) expect(help).toMatch(new RegExp(`\\$ .*hub06 ${command}\\b`));
});

test.each(COMMANDS)('%s has a description and an example of its own', async (name) => {
  expect(
    createProgram()
      .commands.find((command) => command.name() === name)
      ?.summary(),
  ).not.toBe('');
  const written = capture();
  expect(await runCommandLine(['node', 'hub06', name, '--help'])).toBe(0);
  expect(written.join('')).toMatch(new RegExp(`\\$ .*hub06 ${name}`));
});

test('verify documents its exit codes', async () => {
  const written = capture();
  await runCommandLine(['node', 'hub06', 'verify', '--help']);
  const help = written.join('');
  for (const code of ['0 ', '2 ', '3 ', '4 ', '5 ', '64 ', '130 ']) expect(help).toContain(` ${code}`);
});

test.each([
  ['an unknown command', ['nonsense']],
  ['no command', []],
  ['an unknown option', ['up', '--nonsense']],
  ['verify without a file', ['verify']],
  ['verify with both', ['verify', 'a.csv', '--run', '1']],
  ['cleanse without a file', ['cleanse']],
  ['an unknown pack of rules', ['cleanse', 'a.csv', '--rules', 'nonsense']],
  ['a missing option', ['sim', 'people', '--count', '5']],
  ['a count that is no number', ['sim', 'people', '--count', '5x', '--out', 'x.csv']],
  ['an unknown level of noise', ['sim', 'people', '--count', '5', '--out', 'x.csv', '--dirty', 'L9']],
])('%s is wrong usage', async (_what, args) => {
  capture();
  expect(await runCommandLine(['node', 'hub06', ...args])).toBe(64);
});
