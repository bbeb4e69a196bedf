/** Takes the API key, keeps it in this browser tab and says whose it is. */
import { type FormEvent, useEffect, useState } from 'react';
import meDocument from '../../../schema/operations/me.graphql?raw';
import { sendGraphql } from '../shared/graphql-request';
import { useMessages } from './messages';

type Holder =
  | { state: 'none' | 'checking' | 'refused' | 'unreachable' }
  | { state: 'known'; role: string; keyPrefix: string };

async function askHolder(key: string): Promise<Holder> {
  try {
    const answer = await sendGraphql<{ me: { role: string; keyPrefix: string } | null }>(
      { query: meDocument },
      key,
    );
    return answer.data?.me ? { state: 'known', ...answer.data.me } : { state: 'refused' };
  } catch {
    return { state: 'unreachable' };
  }
}

function useHolder(key: string): Holder {
  const [holder, setHolder] = useState<Holder>({ state: 'none' });
  useEffect(() => {
    let current = true;
    setHolder({ state: key ? 'checking' : 'none' });
    if (key) void askHolder(key).then((answer) => current && setHolder(answer));
    return () => {
      current = false;
    };
  }, [key]);
  return holder;
}

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

export function KeyField({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const say = useMessages();
  const [draft, setDraft] = useState(value);
  const [shown, setShown] = useState(false);
  const holder = useHolder(value);
  const apply = (key: string) => {
    setDraft(key);
    onChange(key);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(draft.trim());
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
      <button type="submit" className="key-apply" disabled={draft.trim() === value}>
        {say.keyApply}
      </button>
      {value && (
        <button type="button" onClick={() => apply('')}>
          {say.keyForget}
        </button>
      )}
      <HolderNote holder={holder} />
    </form>
  );
}
