/** Answers which language the reader chose, remembers it on this machine and tells whoever listens. */

export type Language = 'vi' | 'en';

/** A text in both languages of the product. */
export interface Bilingual {
  vi: string;
  en: string;
}

const STORAGE_KEY = 'hub06.language';
const listeners = new Set<() => void>();

/** Storage throws when the reader forbids it; the choice then lasts as long as the page. */
function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function store(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    return;
  }
}

let current: Language = readStored() === 'en' ? 'en' : 'vi';
document.documentElement.lang = current;

export function getLanguage(): Language {
  return current;
}

export function setLanguage(language: Language): void {
  if (language === current) return;
  current = language;
  document.documentElement.lang = language;
  store(language);
  for (const listener of listeners) listener();
}

/** Calls the listener after each change; the answer stops it. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
