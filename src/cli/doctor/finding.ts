/** What one check of the surroundings found, and how it is shown. */
import { type Language, type Text } from '../surroundings';

export type FindingState = 'OK' | 'WARNING' | 'WRONG';

export interface Finding {
  /** Stable name for scripts. */
  readonly check: string;
  readonly state: FindingState;
  readonly text: Text;
  /** What to do; present unless all is well. */
  readonly advice?: Text;
}

const SIGNS: Readonly<Record<FindingState, string>> = { OK: '✓', WARNING: '!', WRONG: '✗' };

export function ok(check: string, text: Text): Finding {
  return { check, state: 'OK', text };
}

export function warning(check: string, text: Text, advice: Text): Finding {
  return { check, state: 'WARNING', text, advice };
}

export function wrong(check: string, text: Text, advice: Text): Finding {
  return { check, state: 'WRONG', text, advice };
}

/** One line for the finding, and one below it with what to do. */
export function wordFinding(finding: Finding, language: Language): string {
  const line = `${SIGNS[finding.state]} ${finding.text[language]}`;
  return finding.advice ? `${line}\n    → ${finding.advice[language]}` : line;
}
