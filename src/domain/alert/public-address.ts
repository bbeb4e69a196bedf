/** Tells addresses of the public internet from those inside: what is told to the outside must not be led to a neighbour. */

/** IPv4 blocks that are not public: [first address, prefix length]. Rule: the IANA special-purpose registries. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** False for anything that is no address of the public internet, whatever it is written like. */
export function isPublicAddress(address: string): boolean {
  const v4 = readV4(address);
  if (v4 !== null) return isPublicV4(v4);
  const groups = readV6(address.split('%', 1)[0]!);
  if (groups === null) return false;
  // 2000::/3 is what is given out; inside it lie documentation, Teredo and 6to4, which carry other addresses.
  const [first, second] = groups as [number, number];
  if (first >> 13 !== 1) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

function isPublicV4(address: number): boolean {
  return !CLOSED_V4.some(([block, length]) => {
    const shift = 32 - length;
    return address >>> shift === readV4(block)! >>> shift;
  });
}

function readV4(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0) >>> 0;
}

/** Eight groups, or null. An IPv4 address at the end is two of them. */
function readV6(text: string): number[] | null {
  const [, head, tail] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const inner = tail === undefined ? null : readV4(tail);
  if (tail !== undefined && inner === null) return null;
  const plain =
    inner === null ? text : `${head!}${(inner >>> 16).toString(16)}:${(inner & 0xffff).toString(16)}`;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [left, right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = [...left!, ...(right ?? [])];
  if (given.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return null;
  const missing = 8 - given.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  const zeros = right === undefined ? [] : Array.from({ length: missing }, () => '0');
  return [...left!, ...zeros, ...(right ?? [])].map((group) => Number.parseInt(group, 16));
}
