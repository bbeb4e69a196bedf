/** Takes the API key into the browser's session and says whose it is. */
import { type FormEvent, useEffect, useState } from 'react';
import meDocument from '../../../schema/operations/me.graphql?raw';
import { closeBrowserSession, hasBrowserSession, openBrowserSession } from '../shared/browser-session';
import { sendGraphql } from '../shared/graphql-request';
import { useMessages } from './messages';

type Holder =
  | { state: 'none' | 'checking' | 'refused' | 'unreachable' }
  | { state: 'known'; role: string; keyPrefix: string };

/** Of the browser's session. */
async function askHolder(): Promise<Holder> {
  if (!(await hasBrowserSession())) return { state: 'none' };
  const answer = await sendGraphql<{ me: { role: string; keyPrefix: string } | null }>({ query: meDocument });
  return answer.data?.me ? { state: 'known', ...answer.data.me } : { state: 'none' };
}

async function takeKey(key: string): Promise<Holder> {
  return (await openBrowserSession(key)).ok ? askHolder() : { state: 'refused' };
}

async function forgetKey(): Promise<Holder> {
  await closeBrowserSession();
  return { state: 'none' };
}

const orUnreachable = (asked: Promise<Holder>): Promise<Holder> =>
  asked.catch(() => ({ state: 'unreachable' }));

function HolderNote({ holder }: { holder: Holder }) {
  const say = useMessages();
  const texts = {
    none: say.keyNone,
    checking: say.keyChecking,
    refused: say.keyRefused,
    unreachable: say.keyUnreachable,
  };
  return (
    <span className="key-holder" data-state={holder.state} role="status">
      {holder.state === 'known' ? `✓ ${holder.role} · ${holder.keyPrefix}…` : texts[holder.state]}
    </span>
  );
}

/** `onChange` hears that from now on the session is another's, or nobody's. */
export function KeyField({ onChange }: { onChange: () => void }) {
  const say = useMessages();
  const [draft, setDraft] = useState('');
  const [shown, setShown] = useState(false);
  const [holder, setHolder] = useState<Holder>({ state: 'checking' });
  useEffect(() => void orUnreachable(askHolder()).then(setHolder), []);
  const settle = async (asked: Promise<Holder>) => {
    setDraft('');
    setHolder({ state: 'checking' });
    setHolder(await orUnreachable(asked));
    onChange();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void settle(takeKey(draft.trim()));
  };
  return (
    <form className="key-field" onSubmit={submit} autoComplete="off">
      <label htmlFor="key">{say.keyLabel}</label>
      <span className="key-input">
        <input
          id="key"
          type={shown ? 'text' : 'password'}
          value={draft}
          placeholder={say.keyHint}
          title={say.keyHint}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setDraft(event.target.value)}
        />
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? say.keyHide : say.keyShow}
        </button>
      </span>
      <button type="submit" className="key-apply" disabled={draft.trim() === ''}>
        {say.keyApply}
      </button>
      {holder.state === 'known' && (
        <button type="button" onClick={() => void settle(forgetKey())}>
          {say.keyForget}
        </button>
      )}
      <HolderNote holder={holder} />
    </form>
  );
}
