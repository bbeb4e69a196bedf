/** Picks the language of an answer: Vietnamese unless the request prefers English. */

export type Language = 'vi' | 'en';

/** Reads an Accept-Language header. Equal weights, unknown languages and no header at all mean Vietnamese. */
export function chooseLanguage(header: string | undefined): Language {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters
      .map((text) => /^\s*q=(\S*)\s*$/.exec(text)?.[1])
      .find((text) => text !== undefined);
    const language = tag.split('-', 1)[0] ?? '';
    weights.set(
      language,
      Math.max(weights.get(language) ?? 0, quality === undefined ? 1 : Number(quality) || 0),
    );
  }
  return (weights.get('en') ?? 0) > (weights.get('vi') ?? weights.get('*') ?? 0) ? 'en' : 'vi';
}
