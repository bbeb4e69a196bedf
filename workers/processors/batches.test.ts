/** Batches under way: never more than allowed, in order, and none begun after an error. */
import { setImmediate as turn } from 'node:timers/promises';
import { eachAtMost, inBatches } from './batches';

it('cuts a list into batches, the last of which may be smaller', () => {
  expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inBatches([], 2)).toEqual([]);
});

it('has no more under way than allowed, and begins them in order', async () => {
  const begun: number[] = [];
  let [underWay, most] = [0, 0];
  await eachAtMost(3, [1, 2, 3, 4, 5, 6, 7], async (one) => {
    begun.push(one);
    most = Math.max(most, (underWay += 1));
    for (let turns = one % 3; turns >= 0; turns -= 1) await turn();
    underWay -= 1;
  });
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect([underWay, most]).toEqual([0, 3]);
});

it('begins nothing after an error, waits for what is under way, and throws the first by time', async () => {
  const ended: number[] = [];
  const work = async (one: number) => {
    for (let turns = one === 1 ? 3 : 0; turns >= 0; turns -= 1) await turn();
    ended.push(one);
    throw new Error(`trouble ${one}`);
  };
  await expect(eachAtMost(2, [1, 2, 3, 4], work)).rejects.toThrow('trouble 2');
  expect(ended).toEqual([2, 1]);
});
