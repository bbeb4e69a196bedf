/** Reads one part of a workbook as XML events while it is unpacked, within limits that no honest file meets. */
import { SaxesParser } from 'saxes';
import { type Entry, type ZipFile } from 'yauzl';
import { UnreadableWorkbook } from './unreadable-workbook';

export type Attributes = Readonly<Record<string, string>>;

export interface PartHandler {
  open?(tag: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(tag: string): void;
}

/** What unpacking may cost: bytes of one part, and bytes for each packed byte once the first megabyte is out. */
export const PART_LIMITS = { bytes: 2 * 1024 ** 3, ratio: 250, freeBytes: 1024 ** 2 } as const;

/** Reads the part to its end. @throws UnreadableWorkbook */
export async function readPart(zip: ZipFile, entry: Entry, handler: PartHandler): Promise<void> {
  const pieces = readPieces(zip, entry, handler, () => null);
  while ((await pieces.next()).done !== true) continue;
}

/** Yields after every piece what `take` has of it, so that the reader sets the pace. @throws UnreadableWorkbook */
export async function* readPieces<Taken>(
  zip: ZipFile,
  entry: Entry,
  handler: PartHandler,
  take: () => Taken,
): AsyncGenerator<Taken> {
  const parser = createParser(handler);
  const decoder = new TextDecoder('utf-8');
  let unpacked = 0;
  try {
    const bytes = (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    for await (const piece of bytes) {
      unpacked += piece.length;
      checkCost(unpacked, entry);
      parser.write(decoder.decode(piece, { stream: true }));
      yield take();
    }
    parser.write(decoder.decode()).close();
    yield take();
  } catch (error) {
    throw error instanceof UnreadableWorkbook || isForeign(error)
      ? error
      : new UnreadableWorkbook('WORKBOOK_DAMAGED', { cause: error });
  }
}

/** The stated sizes are the sender's word; what comes out is counted. */
function checkCost(unpacked: number, { compressedSize }: Entry): void {
  const steep = unpacked > PART_LIMITS.freeBytes && unpacked > PART_LIMITS.ratio * compressedSize;
  if (steep || unpacked > PART_LIMITS.bytes) throw new UnreadableWorkbook('WORKBOOK_TOO_LARGE');
}

/** Prefixes are dropped: some programs write x:row for row. */
const localName = (tag: string) => tag.slice(tag.indexOf(':') + 1);

function createParser({ open, text, close }: PartHandler): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // A document type is the only place for entities of one's own: with it goes every bomb made of them.
  parser.on('doctype', () => {
    throw new UnreadableWorkbook('WORKBOOK_DAMAGED');
  });
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes as Attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  return parser;
}

/** The database or the disk failed, and not the file. */
function isForeign(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string };
  return name === 'QueryFailedError' || name === 'AbortError' || /^(E[A-Z]+|\d\w{4})$/.test(code ?? '');
}
