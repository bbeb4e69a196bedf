/** Packs and unpacks the ZIP containers of office files, and refuses one that would unpack to more than is sensible. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file is no ZIP, is damaged, or is made to fill the memory. */
export class UnreadableZip extends Error {}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
/** 1980-01-01: the same content gives the same bytes. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x800;

const MOST_ENTRIES = 500;
const MOST_BYTES = 64 * 1024 * 1024;

export function packZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([signature(LOCAL), common, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(CENTRAL), version(), common, rest, nameBytes]));
    bodies.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listing, signature(END), end]);
}

/** The parts by name. @throws UnreadableZip */
export function unpackZip(file: Buffer): Map<string, Buffer> {
  try {
    return readDirectory(file);
  } catch (error) {
    throw error instanceof UnreadableZip ? error : new UnreadableZip('damaged');
  }
}

function readDirectory(file: Buffer): Map<string, Buffer> {
  const end = file.lastIndexOf(signature(END));
  if (end < 0) throw new UnreadableZip('not a ZIP');
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new UnreadableZip('too many parts');
  const parts = new Map<string, Buffer>();
  let [place, left] = [file.readUInt32LE(end + 16), MOST_BYTES];
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(place) !== CENTRAL) throw new UnreadableZip('damaged');
    const method = file.readUInt16LE(place + 10);
    const packedSize = file.readUInt32LE(place + 20);
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((at) => file.readUInt16LE(place + at)) as [
      number,
      number,
      number,
    ];
    const name = file.toString('utf8', place + 46, place + 46 + nameSize);
    const local = file.readUInt32LE(place + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + packedSize);
    // The stated size is the sender's word; what is unpacked is counted.
    const bytes =
      method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) }) : packed;
    left -= bytes.length;
    if (left < 0) throw new UnreadableZip('too large');
    parts.set(name, Buffer.from(bytes));
    place += 46 + nameSize + extraSize + noteSize;
  }
  return parts;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function version(): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(20);
  return bytes;
}
