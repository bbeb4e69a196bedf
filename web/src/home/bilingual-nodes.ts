/** Makes the page nodes that carry a text in both languages; the style sheet shows the one in use. */
import { type Bilingual } from '../shared/language';

export function inBothLanguages(text: Bilingual): HTMLElement[] {
  return (['vi', 'en'] as const).map((language) => {
    const span = document.createElement('span');
    span.dataset['say'] = language;
    span.lang = language;
    span.textContent = text[language];
    return span;
  });
}
