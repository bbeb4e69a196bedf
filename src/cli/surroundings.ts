/** What of the environment is no setting: the person's language, and all that a child process inherits untouched. */
import { env } from 'node:process';

export type Language = 'vi' | 'en';

export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** The language that LANG asks for; null when it asks for neither, and then Vietnamese comes first. */
export function findLanguage(environment: NodeJS.ProcessEnv = env): Language | null {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  if (/^vi\b|^vi_/i.test(locale)) return 'vi';
  return /^en\b|^en_/i.test(locale) ? 'en' : null;
}

/** Picks the wording of one language: what LANG asks for, else Vietnamese. */
export function say(text: Text, language: Language | null = findLanguage()): string {
  return text[language ?? 'vi'];
}

/** Both wordings, one a line, when the language is not known; else the one. For sentences that must be understood. */
export function sayToAnyone(text: Text, language: Language | null = findLanguage()): string {
  if (language) return text[language];
  return text.vi === text.en ? text.vi : `${text.vi}\n${text.en}`;
}

/** True under `npm start` and `npm run`. */
export function isStartedByNpm(environment: NodeJS.ProcessEnv = env): boolean {
  return environment.npm_lifecycle_event !== undefined;
}

/** The environment for a child process: everything this one was given, and what it decided on top. */
export function environmentWith(decided: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...env, ...decided };
}
