/** Named instants at which a test may kill or stop this process; without the test's word they do nothing. */

/** Every instant of a chunk's life, in order. The chaos test walks through all of them. */
export const FAILPOINTS = [
  'claim.beforeCommit',
  'claim.afterCommit',
  'work.afterRead',
  'work.afterFirstAnswer',
  'work.beforeSettle',
  'settle.afterFence',
  'settle.afterResults',
  'settle.beforeCommit',
  'settle.afterCommit',
  'finish.beforeArtifact',
  'finish.afterArtifact',
  'finish.beforeCommit',
  'finish.afterCommit',
  'ring.beforeRing',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

interface Armed {
  readonly name: string;
  readonly action: string;
}
let armed: Armed | null = null;
let poisonedSeq = 0;

/** Arms one failpoint from the setting `FAILPOINT=name:action` (kill, abort, stop); `record#7:kill` poisons row 7. */
export function armFailpoint(setting: string | undefined): void {
  const [name, action] = setting?.split(':') ?? [];
  armed = name && action ? { name, action } : null;
  poisonedSeq = Number(/^record#(\d+)$/.exec(name ?? '')?.[1] ?? 0);
}

export function failpoint(name: Failpoint): void {
  if (armed?.name === name) trip(armed);
}

/** Passed for each row: a row can be made to take its worker down, as a parser's bug would. */
export function recordFailpoint(seq: number): void {
  if (seq === poisonedSeq && armed) trip(armed);
}

function trip({ action }: Armed): void {
  // Once: a process that was only stopped goes on past it.
  armed = null;
  if (action === 'kill') process.kill(process.pid, 'SIGKILL');
  if (action === 'stop') process.kill(process.pid, 'SIGSTOP');
  if (action === 'abort') process.abort();
}
