/** Lets React components follow the language, and take their words from a dictionary that has both. */
import { useSyncExternalStore } from 'react';
import { type Bilingual, getLanguage, type Language, onLanguageChange } from './language';

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, getLanguage);
}

/** Makes the hook that gives a page its words. Both languages must have the same entries, which the types enforce. */
export function messagesOf<Messages>(both: { readonly vi: Messages; readonly en: Messages }): () => Messages {
  return () => both[useLanguage()];
}

/** Picks the reader's language of a text that comes in both. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
