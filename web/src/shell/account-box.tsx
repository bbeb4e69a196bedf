/** Whose key is in use, the language and the theme. */
import { useState, useSyncExternalStore } from 'react';
import { type HubError } from '../hub/hub-error';
import { useSession } from '../hub/session';
import { IconButton } from '../parts/button';
import { type IconName } from '../parts/icon';
import { ErrorPanel } from '../parts/states';
import { setLanguage } from '../shared/language';
import { getTheme, onThemeChange, setTheme, type Theme, THEMES } from '../shared/theme';
import { useLanguage } from '../shared/use-language';
import { useFrameMessages } from './frame-messages';

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { system: 'screen', light: 'sun', dark: 'moon' };

function LanguageSwitch() {
  const language = useLanguage();
  const say = useFrameMessages();
  return (
    <div className="side-languages" role="group" aria-label={say.language}>
      <button type="button" lang="vi" aria-pressed={language === 'vi'} onClick={() => setLanguage('vi')}>
        VI<span className="visually-hidden"> Tiếng Việt</span>
      </button>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>
        EN<span className="visually-hidden"> English</span>
      </button>
    </div>
  );
}

function ThemeButton() {
  const say = useFrameMessages();
  const theme = useSyncExternalStore(onThemeChange, getTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <IconButton
      icon={THEME_ICONS[theme]}
      label={`${say.theme}: ${say.themes[theme]}`}
      onPress={() => setTheme(next)}
    />
  );
}

/** What tells keys of one role apart: the prefix without product and role. */
function shortKey(prefix: string): string {
  return prefix.split('_').at(-1) ?? prefix;
}

export function AccountBox() {
  const say = useFrameMessages();
  const { holder, signOut } = useSession();
  const [error, setError] = useState<HubError | null>(null);
  return (
    <div className="side-account">
      {holder && (
        <div className="side-holder">
          <p>
            <span className="visually-hidden">{say.signedInAs} </span>
            <strong>{say.roles[holder.role]}</strong>
            <span>
              {holder.locality?.name.text ?? say.wholeNation} · {shortKey(holder.keyPrefix)}…
            </span>
          </p>
          <IconButton icon="leave" label={say.signOut} onPress={() => void signOut().catch(setError)} />
        </div>
      )}
      {error && <ErrorPanel error={error} />}
      <div className="side-settings">
        <LanguageSwitch />
        <ThemeButton />
      </div>
    </div>
  );
}
