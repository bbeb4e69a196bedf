/** Proves that the XML reader reads what a SOAP caller sends and refuses what an attacker would. */
import fc from 'fast-check';
import { escapeXml, readXml } from './xml-reader';

test('elements, namespaces, attributes, character data, comments', () => {
  const root = readXml(
    '<?xml version="1.0"?>\n<!-- a --><a:x xmlns:a="urn:a" xmlns="urn:b" k="1">\n <y>1 &amp; &#x41;&#66;</y><!-- b -->' +
      '<a:z t=\'&lt;\'/><w xmlns=""><![CDATA[<q>&amp;]]></w></a:x>\n',
  );
  expect(root).toEqual({
    namespace: 'urn:a',
    name: 'x',
    text: '',
    children: [
      { namespace: 'urn:b', name: 'y', text: '1 & AB', children: [] },
      { namespace: 'urn:a', name: 'z', text: '', children: [] },
      { namespace: '', name: 'w', text: '<q>&amp;', children: [] },
    ],
  });
});

test.each([
  ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', /document type/],
  ['a document type inside', '<a><!DOCTYPE b></a>', /document type/],
  ['an unknown entity', '<a>&xxe;</a>', /entity/],
  ['a prototype for an entity', '<a>&constructor;</a>', /entity/],
  ['a processing instruction', '<a><?php echo 1 ?></a>', /processing/],
  ['an undeclared prefix', '<b:a/>', /prefix/],
  ['two roots', '<a/><b/>', /follows/],
  ['a wrong end tag', '<a><b></a></b>', /end tag/],
  ['an open end', '<a><b>', /does not end/],
  ['one attribute twice', '<a k="1" k="2"/>', /twice/],
  ['great depth', '<a>'.repeat(40) + '</a>'.repeat(40), /deep/],
  ['very many elements', `<a>${'<b/>'.repeat(600)}</a>`, /many/],
  ['no XML at all', '{"a":1}', /expected/],
  ['nothing', '', /expected/],
])('refuses %s', (_, text, sentence) => {
  expect(() => readXml(text)).toThrow(sentence);
});

test('what is escaped is read back; any text ends in an element or an error, at once', () => {
  const printable = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Cc}/gu, ''));
  fc.assert(
    fc.property(printable, (text) => {
      expect(readXml(`<a>${escapeXml(text)}</a>`).text).toBe(text.trim());
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '&', ';', '"', '=', ' ', '!', '-') }),
      (text) => {
        try {
          readXml(text);
        } catch (error) {
          expect((error as Error).message).toMatch(/at character \d+/);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
