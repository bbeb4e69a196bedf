/** Brings the entrance page to life: language, copy buttons, and what the hub says about itself. */
import { getLanguage, onLanguageChange, setLanguage, type Language } from '../shared/language';
import { offerCopying } from './copy-commands';
import { showStatus } from './server-status';

const TITLES: Record<Language, string> = {
  vi: 'Hub06 – Trung tâm tích hợp dữ liệu Đề án 06',
  en: 'Hub06 – Data-integration hub for Project 06',
};

const switches = document.querySelectorAll<HTMLButtonElement>('[data-language]');

function showLanguage(): void {
  const language = getLanguage();
  document.title = TITLES[language];
  for (const button of switches) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  }
}

for (const button of switches) {
  button.addEventListener('click', () => setLanguage(button.dataset['language'] === 'en' ? 'en' : 'vi'));
}
onLanguageChange(showLanguage);
showLanguage();
offerCopying();
document.querySelector('#again')?.addEventListener('click', () => void showStatus());
void showStatus();
