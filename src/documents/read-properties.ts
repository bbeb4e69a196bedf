/** Reads from the custom properties of an office file which assessment it was taken from, and when. */
import { findAll, readXml, textOf } from './xml';

export function readProperties(parts: ReadonlyMap<string, Buffer>): {
  assessmentId: string | null;
  takenAt: string | null;
} {
  const part = parts.get('docProps/custom.xml');
  const properties = new Map(
    (part ? findAll(readXml(part), 'property') : []).map((node) => [
      node.attributes.name,
      textOf(node).trim(),
    ]),
  );
  const takenAt = properties.get('hub06-taken-at') ?? null;
  return {
    assessmentId: properties.get('hub06-assessment') ?? null,
    takenAt: takenAt !== null && !Number.isNaN(Date.parse(takenAt)) ? takenAt : null,
  };
}
