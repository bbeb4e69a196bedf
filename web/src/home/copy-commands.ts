/** Puts the address of this hub into the commands of the page and a copy button under each. */
import { type Bilingual, getLanguage } from '../shared/language';
import { inBothLanguages } from './bilingual-nodes';

const PRINTED_ORIGIN = 'http://localhost:4000';
const COPY: Bilingual = { vi: 'Chép', en: 'Copy' };
const COPIED: Bilingual = { vi: '✓ Đã chép', en: '✓ Copied' };
const SELECTED: Bilingual = { vi: 'Nhấn Ctrl+C', en: 'Press Ctrl+C' };

/** Browsers give the clipboard only to https and localhost; elsewhere the text is selected for the reader. */
async function copy(code: HTMLElement): Promise<Bilingual> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    return COPIED;
  } catch {
    getSelection()?.selectAllChildren(code);
    return SELECTED;
  }
}

function announce(text: Bilingual): void {
  const announcer = document.querySelector('#announcer');
  if (announcer) announcer.textContent = text[getLanguage()];
}

/** A command may break between its words only: a line that ends in "--" reads as another command. */
function wordByWord(command: string): (Node | string)[] {
  return command.split(/(\s+)/).map((part) => {
    if (part.trim() === '') return part;
    const word = document.createElement('span');
    word.className = 'word';
    word.textContent = part;
    return word;
  });
}

export function offerCopying(): void {
  for (const line of document.querySelectorAll('.command-line')) {
    const code = line.querySelector('code');
    if (!code) continue;
    const command = (code.textContent ?? '').replaceAll(PRINTED_ORIGIN, location.origin);
    code.replaceChildren(...wordByWord(command));
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...inBothLanguages(COPY));
    button.addEventListener('click', async () => {
      const outcome = await copy(code);
      button.replaceChildren(...inBothLanguages(outcome));
      announce(outcome);
    });
    button.addEventListener('blur', () => button.replaceChildren(...inBothLanguages(COPY)));
    line.append(button);
  }
}
