/** Reads the operations of schema/operations as examples: for whom each is, its title, its text and its variables. */
import { type Bilingual } from './language';

export const PERSONAS = ['dashboard', 'data-team', 'developer'] as const;
/** The users for whom examples are listed. */
export type Persona = (typeof PERSONAS)[number];

export interface Operation {
  /** File name without its ending, as in /explorer?example=matrix */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  /** `console` for what the console asks for itself, which is not listed. */
  persona: Persona | 'console';
  title: Bilingual;
  order: number;
  /** The text to send, without the comment lines that describe it. */
  document: string;
  /** Pretty-printed JSON, empty when the operation takes none. */
  variables: string;
}

function isPersona(text: string): text is Operation['persona'] {
  return text === 'console' || (PERSONAS as readonly string[]).includes(text);
}

function headerValue(source: string, name: string): string {
  return new RegExp(`^# ${name}: (.*)$`, 'm').exec(source)?.[1]?.trim() ?? '';
}

/** Throws on a file whose heading is not as schema/operations wants it: better at the first start than unseen. */
export function parseOperation(name: string, source: string): Operation {
  const persona = headerValue(source, 'persona');
  const title = /^# vi: (.+?) \| en: (.+)$/m.exec(source);
  const document = source.replace(/^#.*\n/gm, '').trim();
  const kind = /^(query|mutation|subscription)\b/.exec(document)?.[1] as Operation['kind'] | undefined;
  if (!isPersona(persona) || !title?.[1] || !title[2] || !kind) {
    throw new Error(`schema/operations/${name}.graphql lacks its persona, its title or its operation`);
  }
  const variables = headerValue(source, 'variables');
  return {
    name,
    kind,
    persona,
    title: { vi: title[1], en: title[2] },
    order: Number(headerValue(source, 'order') || 99),
    document: `${document}\n`,
    variables: variables && JSON.stringify(JSON.parse(variables), null, 2),
  };
}

const sources = import.meta.glob<string>('../../../schema/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every example, in the order in which its user would need them. */
export const operations: Operation[] = Object.entries(sources)
  .map(([path, source]) => parseOperation(path.replace(/^.*\/|\.graphql$/g, ''), source))
  .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
