/** Holds the WSDL, every kind of answer and of refusal against their schemas, with a validator that nobody here wrote. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { ask as askAt, type Asked } from '../../__fixtures__/soap-caller';
import { type Person } from '../../register/person';
import { createRegister } from '../../register/register';
import { type RunningSimulator, startSimulator } from '../../server';
import { LIST_OPERATIONS } from './list-operations';
import { SOAP_OPERATIONS } from './soap-skin';

const people = 20_000;
const seed = 6;
const register = createRegister({ people, seed });
const fixture = (name: string) => readFileSync(join(__dirname, '..', '..', '__fixtures__', name), 'utf8');
let simulator: RunningSimulator;
let wsdl: string;
let answers: { fileName: string; contents: string };

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, people, seed });
  wsdl = await (await fetch(`${simulator.url}/soap/dancu?wsdl`)).text();
  answers = { fileName: 'answers.xsd', contents: schemaIn(wsdl, 'http://www.mic.gov.vn/dancu/1.0') };
});
afterAll(() => simulator.close());

/** A schema of the WSDL as a document of its own: with the prefixes that it had from the elements around it. */
function schemaIn(text: string, namespace: string): string {
  const head = /<wsdl:definitions[^>]*>/.exec(text)?.[0] ?? '';
  const prefixes = (head.match(/xmlns:\w+="[^"]*"/g) ?? []).join(' ');
  const schema = new RegExp(`<xs:schema targetNamespace="${namespace}".*?</xs:schema>`).exec(text)?.[0];
  return (schema ?? '').replace('<xs:schema', `<xs:schema ${prefixes}`);
}

async function problemsOf(
  documents: readonly { name: string; text: string }[],
  schema: string,
  preload: readonly { fileName: string; contents: string }[] = [],
): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map(({ name, text }) => ({ fileName: `${name}.xml`, contents: text })),
    schema: [{ fileName: 'schema.xsd', contents: schema }],
    preload: [...preload],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const ask = (asked: Asked) => askAt(simulator.url, asked);
const validAnswers = (documents: readonly { name: string; text: string }[]) =>
  problemsOf(documents, fixture('soap-1.1.xsd'), [answers]);

const NOBODY = '<dan:SoDinhDanh>001999999999</dan:SoDinhDanh>';
const FIRST = `<dan:SoDinhDanh>${register.person(4_321).number}</dan:SoDinhDanh>`;
const SINGLE = [...SOAP_OPERATIONS.keys()].filter(
  (name) => !(LIST_OPERATIONS as readonly string[]).includes(name),
);
const ALL = 'DAC-BIET-01';

/** Every operation, about somebody, about nobody, and under each licence. */
const ASKED: readonly (Asked & { name: string })[] = [
  ...SINGLE.flatMap((operation) => {
    const integration = operation.startsWith('XacThuc') ? '033' : '037';
    const { name: full, year } = register.person(4_321);
    const more = `<dan:HoVaTen>${full.upper}</dan:HoVaTen><dan:NgayThangNamSinh><dan:Nam>${year}</dan:Nam></dan:NgayThangNamSinh>`;
    const about = operation.startsWith('XacThuc') ? FIRST + more : FIRST;
    const nobody = operation.startsWith('XacThuc') ? NOBODY + more : NOBODY;
    return [
      { name: `${operation}-found`, operation, integration, fields: about, purpose: ALL },
      { name: `${operation}-nobody`, operation, integration, fields: nobody, purpose: ALL },
      { name: `${operation}-family`, operation, integration, fields: about },
    ];
  }),
  ...LIST_OPERATIONS.map((operation) => {
    const filter =
      '<dan:MaTinhThanh>01</dan:MaTinhThanh><dan:TuTuoi>20</dan:TuTuoi><dan:DenTuoi>90</dan:DenTuoi><dan:GioiTinh>1</dan:GioiTinh>' +
      '<dan:DanToc>01</dan:DanToc><dan:TonGiao>00</dan:TonGiao><dan:NhomMau>04</dan:NhomMau><dan:SoBanGhi>200</dan:SoBanGhi>';
    return { name: operation, operation, purpose: ALL, fields: filter };
  }),
  { name: 'identity-only', purpose: 'DOI-SOAT', fields: FIRST },
];

test('the WSDL is one', async () => {
  expect(await problemsOf([{ name: 'wsdl', text: wsdl }], fixture('wsdl-1.1.xsd'))).toEqual([]);
});

test('every operation answers by the schema of the WSDL', async () => {
  const replies = await Promise.all(
    ASKED.map(async ({ name, ...asked }) => ({ name, ...(await ask(asked)) })),
  );
  expect(replies.filter(({ status }) => status !== 200).map(({ name, text }) => [name, text])).toEqual([]);
  expect(await validAnswers(replies)).toEqual([]);
});

/** What makes one record unlike another, each with a sign of it in the answer. */
const KINDS: readonly [sign: string, is: (person: Person) => boolean][] = [
  ['<dc:SoDinhDanhCu>', ({ formerNumbers }) => formerNumbers.length > 0],
  ['<dc:HoVaTenCu>', ({ formerNames }) => formerNames.length > 0],
  ['<dc:SoCMND/>', ({ oldCard }) => oldCard === ''],
  ['<dc:Nam>', ({ month }) => month === 0],
  ['>DA_CHET<', ({ status }) => status === 'DECEASED'],
  ['>MAT_TICH<', ({ status }) => status === 'MISSING'],
  ['<dc:Cha>', ({ year }) => year > 2015],
  ['<dc:VoChong>', ({ year }) => year === 1980],
];

test('records of every kind are valid', async () => {
  const all = Array.from({ length: people }, (_, index) => register.person(index));
  const chosen = KINDS.flatMap(([, is]) => all.filter(is).slice(0, 10));
  const replies = await Promise.all(
    chosen.map(async ({ number }, at) => ({
      name: String(at),
      ...(await ask({ fields: `<dan:SoDinhDanh>${number}</dan:SoDinhDanh>`, purpose: ALL })),
    })),
  );
  const unseen = KINDS.filter(([sign]) => !replies.some(({ text }) => text.includes(sign)));
  expect(unseen.map(([sign]) => sign)).toEqual([]);
  expect(await validAnswers(replies)).toEqual([]);
});

test('every refusal is a fault by SOAP 1.1, with the detail that the WSDL promises', async () => {
  const requestId = 'ma-yeu-cau-1';
  await ask({ fields: FIRST, requestId });
  const refusals: readonly (Asked & { name: string })[] = [
    { name: '004', purpose: 'CHUA-CAP-PHEP-1', fields: FIRST },
    { name: '005', officer: 'khong-quyen-1', fields: FIRST },
    { name: 'INVALID_INPUT', operation: 'KhongCo', fields: FIRST },
    { name: 'DUPLICATE_REQUEST_ID', requestId, fields: FIRST },
    { name: 'AUTH_FAILED', secret: 'another', fields: FIRST },
    { name: 'STALE_TIMESTAMP', timestamp: Date.now() - 3_600_000, fields: FIRST },
    { name: 'INVALID_INPUT', body: '<!DOCTYPE a><a/>' },
    { name: 'INVALID_INPUT', requestId: '&lt;&amp;&quot;', integration: '999' },
  ];
  const replies = await Promise.all(
    refusals.map(async ({ name, ...asked }) => ({ name, ...(await ask(asked)) })),
  );
  for (const { name, text } of replies) expect(text).toContain(`<dc:MaLoi>${name}</dc:MaLoi>`);
  expect(await validAnswers(replies)).toEqual([]);
});

test('so are those of a gateway in front: limits, maintenance, failures', async () => {
  const kinds = ['RATE_LIMITED', 'UNAVAILABLE', 'SERVER_ERROR', 'ERROR_IN_200'] as const;
  const folder = mkdtempSync(join(tmpdir(), 'hub06-validity-'));
  const replies: { name: string; status: number; text: string }[] = [];
  for (const kind of kinds) {
    const scenario = join(folder, `${kind}.yaml`);
    writeFileSync(scenario, `name: made\nfaults: [{ kind: ${kind} }]`);
    const made = await startSimulator({ port: 0, people, seed, scenario });
    replies.push({ name: kind, ...(await askAt(made.url, { fields: FIRST })) });
    await made.close();
  }
  rmSync(folder, { recursive: true });
  expect(replies.map(({ status }) => status)).toEqual([429, 503, 500, 200]);
  expect(await validAnswers(replies)).toEqual([]);
});

test('the validator would tell: an answer that drifted from the schema', async () => {
  const { text } = await ask({ fields: FIRST });
  const drifted = text.replaceAll('dc:GioiTinh>', 'dc:Gioi>');
  expect((await validAnswers([{ name: 'drifted', text: drifted }])).join()).toMatch(/Gioi/);
});
