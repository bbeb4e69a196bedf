/**
 * Answers for reading the small XML that a SOAP call needs, strictly: no document type, no entity but the five of XML, bounded depth
 * and number of elements. A general parser would have to be talked out of what this one cannot do.
 */

export interface XmlElement {
  /** Namespace name, '' without one. */
  readonly namespace: string;
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** The character data directly inside, joined and trimmed. */
  readonly text: string;
}

const DEEPEST = 16;
const MOST_ELEMENTS = 500;
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** @throws Error with a sentence that names no value. */
export function readXml(text: string, mostElements = MOST_ELEMENTS): XmlElement {
  return new Reader(text.replace(/^\uFEFF/, ''), mostElements).document();
}

type Namespaces = Readonly<Record<string, string>>;

class Reader {
  private at = 0;
  private elements = 0;

  constructor(
    private readonly text: string,
    private readonly mostElements: number,
  ) {}

  document(): XmlElement {
    const declaration = /^<\?xml\s[^?]*\?>/.exec(this.text);
    this.at = declaration?.[0].length ?? 0;
    this.skipBetween();
    const root = this.element({ xml: 'http://www.w3.org/XML/1998/namespace' }, 1);
    this.skipBetween();
    if (this.at !== this.text.length) throw this.wrong('something follows the root element');
    return root;
  }

  /** Spaces and comments; anything else that begins with `<!` or `<?` is refused. */
  private skipBetween(): void {
    for (;;) {
      while (/\s/.test(this.text[this.at] ?? 'x')) this.at += 1;
      if (!this.text.startsWith('<!--', this.at)) return;
      this.skipComment();
    }
  }

  private skipComment(): void {
    const end = this.text.indexOf('-->', this.at + 4);
    if (end < 0) throw this.wrong('a comment does not end');
    this.at = end + 3;
  }

  private element(outer: Namespaces, depth: number): XmlElement {
    this.elements += 1;
    if (depth > DEEPEST || this.elements > this.mostElements)
      throw this.wrong('too deep or too many elements');
    if (this.text[this.at] !== '<') throw this.wrong('an element is expected');
    if (this.text[this.at + 1] === '!') throw this.wrong('document types are not accepted');
    if (this.text[this.at + 1] === '?') throw this.wrong('processing instructions are not accepted');
    this.at += 1;
    const qualified = this.name();
    const inner = this.attributes(outer);
    const [prefix, name] = qualified.includes(':')
      ? (qualified.split(':') as [string, string])
      : ['', qualified];
    const namespace = inner[prefix] ?? (prefix === '' ? '' : null);
    if (namespace === null) throw this.wrong('a prefix is not declared');
    if (this.text.startsWith('/>', this.at)) {
      this.at += 2;
      return { namespace, name, children: [], text: '' };
    }
    if (this.text[this.at] !== '>') throw this.wrong('a tag does not end');
    this.at += 1;
    return { namespace, name, ...this.content(qualified, inner, depth) };
  }

  private attributes(outer: Namespaces): Namespaces {
    let inner = outer;
    const seen = new Set<string>();
    for (;;) {
      ATTRIBUTE.lastIndex = this.at;
      const found = ATTRIBUTE.exec(this.text);
      if (found === null) break;
      const [whole, name, double, single] = found as unknown as [string, string, string?, string?];
      if (seen.has(name)) throw this.wrong('an attribute stands twice');
      seen.add(name);
      const value = this.unescaped(double ?? single ?? '');
      if (name === 'xmlns') inner = { ...inner, '': value };
      else if (name.startsWith('xmlns:')) inner = { ...inner, [name.slice(6)]: value };
      this.at += whole.length;
    }
    while (/\s/.test(this.text[this.at] ?? 'x')) this.at += 1;
    return inner;
  }

  private content(
    qualified: string,
    namespaces: Namespaces,
    depth: number,
  ): Pick<XmlElement, 'children' | 'text'> {
    const children: XmlElement[] = [];
    let text = '';
    for (;;) {
      const next = this.text.indexOf('<', this.at);
      if (next < 0) throw this.wrong('an element does not end');
      text += this.unescaped(this.text.slice(this.at, next));
      this.at = next;
      if (this.text.startsWith('</', next)) {
        this.at += 2;
        if (this.name() !== qualified) throw this.wrong('an end tag does not match');
        while (/\s/.test(this.text[this.at] ?? 'x')) this.at += 1;
        if (this.text[this.at] !== '>') throw this.wrong('an end tag does not end');
        this.at += 1;
        return { children, text: text.trim() };
      }
      if (this.text.startsWith('<!--', next)) this.skipComment();
      else if (this.text.startsWith('<![CDATA[', next)) text += this.characterData();
      else children.push(this.element(namespaces, depth + 1));
    }
  }

  private characterData(): string {
    const end = this.text.indexOf(']]>', this.at);
    if (end < 0) throw this.wrong('a CDATA section does not end');
    const data = this.text.slice(this.at + 9, end);
    this.at = end + 3;
    return data;
  }

  private name(): string {
    NAME.lastIndex = this.at;
    const found = NAME.exec(this.text);
    if (found === null) throw this.wrong('a name is expected');
    this.at += found[0].length;
    return found[0];
  }

  private unescaped(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&]{0,10});?/g, (_, entity: string) => {
      const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
      const code =
        number === null ? -1 : number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
      if (code >= 32 && code <= 0x10ffff) return String.fromCodePoint(code);
      const known = Object.hasOwn(ENTITIES, entity) ? ENTITIES[entity] : undefined;
      if (known === undefined) throw this.wrong('an entity is not one of the five of XML');
      return known;
    });
  }

  private wrong(sentence: string): Error {
    return new Error(`${sentence} (at character ${this.at})`);
  }
}

const SPECIAL = /[&<>"']/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (sign) => ESCAPED[sign] as string);
}
