/** Proves who may work beside whom. */
import { createSolitude } from './solitude';

/** Work that ends when it is told to, and notes its beginning and end. */
function makeWork(name: string, story: string[]) {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async () => {
    story.push(`${name} begins`);
    await ended;
    story.push(`${name} ends`);
    return name;
  };
  return { work, end };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('those together run beside each other', async () => {
  const solitude = createSolitude();
  const story: string[] = [];
  const [a, b] = [makeWork('a', story), makeWork('b', story)];
  const both = Promise.all([solitude.together(a.work), solitude.together(b.work)]);
  await turn();
  expect(story).toEqual(['a begins', 'b begins']);
  b.end();
  a.end();
  expect(await both).toEqual(['a', 'b']);
});

test('one alone waits for those in hand, and those after it wait for it', async () => {
  const solitude = createSolitude();
  const story: string[] = [];
  const [a, suspect, c] = [makeWork('a', story), makeWork('suspect', story), makeWork('c', story)];
  const all = [solitude.together(a.work), turn().then(() => solitude.alone(suspect.work))];
  await turn();
  all.push(turn().then(() => solitude.together(c.work)));
  await turn();
  expect(story).toEqual(['a begins']);
  a.end();
  await turn();
  expect(story).toEqual(['a begins', 'a ends', 'suspect begins']);
  c.end();
  await turn();
  suspect.end();
  await Promise.all(all);
  expect(story.slice(3)).toEqual(['suspect ends', 'c begins', 'c ends']);
});

test('two suspects take turns, and one that fails frees the way', async () => {
  const solitude = createSolitude();
  const story: string[] = [];
  const second = makeWork('second', story);
  const first = solitude.alone(() => Promise.reject(new Error('failed')));
  const last = solitude.alone(second.work);
  await expect(first).rejects.toThrow('failed');
  second.end();
  expect(await last).toBe('second');
});
