/** Listens for keys of the whole page, except where somebody is typing or a dialog is open. */
import { useEffect, useRef } from 'react';

export type HotKeys = Readonly<Record<string, () => void>>;

/** Names are those of KeyboardEvent.key; 'Ctrl+Enter' works while typing too. */
export function useHotKeys(keys: HotKeys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const withControl = event.ctrlKey || event.metaKey;
      const target = event.target as HTMLElement;
      const typing =
        /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.getAttribute('type') !== 'radio';
      const busy = typing || target.closest('[role="listbox"], button, a') !== null;
      const action = current.current[withControl ? `Ctrl+${event.key}` : event.key];
      if (!action || event.altKey || (busy && !withControl) || target.closest('[role="dialog"]')) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
