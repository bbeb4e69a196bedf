/** Repairs UTF-8 that was read as windows-1252 or ISO 8859-1, once or twice over (Nguyá»…n → Nguyễn). */
import { bytesToText, textToBytes } from './code-page';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const TO_UTF8 = new TextEncoder();
/** A lead byte of UTF-8 beside a follower, as windows-1252 shows them: without it nothing needs a look. */
const TRACE =
  /[\u00C3-\u00CF\u00E1-\u00E2][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/;

/** One layer off, or null when the text is no misread UTF-8. */
function peel(text: string): string | null {
  if (!TRACE.test(text)) return null;
  const bytes = textToBytes(text);
  if (bytes === null) return null;
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** Peels one or two layers; text that has none comes back as it was. Linear in the length. */
export function repairMisreadUtf8(text: string): string {
  const once = peel(text);
  if (once === null) return text;
  return peel(once) ?? once;
}

/** What `layers` misreadings make of a text. */
export function misreadUtf8(text: string, layers: 1 | 2): string {
  const once = bytesToText(TO_UTF8.encode(text));
  return layers === 1 ? once : bytesToText(TO_UTF8.encode(once));
}

/** True when misreading the repaired text gives the very signs that were there: the repair has lost nothing. */
export function isMisreadUtf8(text: string): boolean {
  const repaired = repairMisreadUtf8(text);
  if (repaired === text) return false;
  const told = sameBytes(text);
  return told === sameBytes(misreadUtf8(repaired, 1)) || told === sameBytes(misreadUtf8(repaired, 2));
}

/** ISO 8859-1 shows as controls what windows-1252 shows as signs; the bytes decide. */
function sameBytes(text: string): string | null {
  const bytes = textToBytes(text);
  return bytes === null ? null : bytesToText(bytes);
}
