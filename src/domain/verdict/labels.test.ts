/** Checks that every code of the closed lists can be shown to people in both languages. */
import { CloseKind, FieldClass } from './field-outcome';
import { CLOSE_KIND_LABELS, FIELD_CLASS_LABELS, type Label, REASON_LABELS, VERDICT_LABELS } from './labels';
import { ReasonCode, Verdict } from './verdict';

const ACCENTED = /[À-ỹĐđ]/;

function expectLabel(label: Label | undefined): void {
  expect(label?.vi.trim()).toBeTruthy();
  expect(label?.en.trim()).toBeTruthy();
  expect(label?.vi).toMatch(ACCENTED);
  expect(label?.vi).toBe(label?.vi.normalize('NFC'));
  expect(label?.en).not.toMatch(ACCENTED);
}

describe('labels', () => {
  it.each([
    ['verdict', Verdict, VERDICT_LABELS],
    ['field class', FieldClass, FIELD_CLASS_LABELS],
    ['close kind', CloseKind, CLOSE_KIND_LABELS],
    ['reason', ReasonCode, REASON_LABELS],
  ] as const)('has every %s, and nothing else, in both languages', (_, codes, labels) => {
    const table = labels as Record<string, Label>;
    expect(Object.keys(table).sort()).toEqual(Object.values(codes).sort());
    for (const code of Object.values(codes)) expectLabel(table[code]);
  });

  it('gives each verdict a remedy that is a sentence', () => {
    for (const verdict of Object.values(Verdict)) {
      const { remedy } = VERDICT_LABELS[verdict];
      expectLabel(remedy);
      expect(remedy.vi).toMatch(/\.$/);
      expect(remedy.en).toMatch(/\.$/);
    }
  });

  it('never uses one text for two codes of a list', () => {
    for (const labels of [VERDICT_LABELS, FIELD_CLASS_LABELS, CLOSE_KIND_LABELS, REASON_LABELS]) {
      const texts = Object.values(labels as Record<string, Label>);
      expect(new Set(texts.map((label) => label.vi)).size).toBe(texts.length);
      expect(new Set(texts.map((label) => label.en)).size).toBe(texts.length);
    }
  });
});
