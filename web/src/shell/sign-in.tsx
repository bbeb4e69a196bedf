/** Takes an API key and opens the browser's session with it; in the sandbox it says where keys lie. */
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { HubError } from '../hub/hub-error';
import { useSession } from '../hub/session';
import iconUrl from '../icon.svg';
import { Button, LinkButton } from '../parts/button';
import { TextLine } from '../parts/fields';
import { PageHead } from '../parts/page-head';
import { useSignInMessages } from './sign-in-messages';
import { useServerInfo } from './use-server-info';
import './sign-in.css';

function useSignIn() {
  const say = useSignInMessages();
  const session = useSession();
  const [trouble, setTrouble] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const send = async (key: string) => {
    if (!key) return setTrouble(say.keyMissing);
    setBusy(true);
    setTrouble(undefined);
    try {
      await session.signIn(key);
    } catch (reason) {
      const refused = reason instanceof HubError && reason.code === 'UNAUTHENTICATED';
      setTrouble(refused ? say.refused : reason instanceof HubError ? reason.message : String(reason));
      setBusy(false);
    }
  };
  return { send, trouble, busy };
}

function KeyPlaces() {
  const say = useSignInMessages();
  return (
    <div className="sign-in-places">
      <h2>{say.where}</h2>
      <p>{say.whereSandbox}</p>
      <pre>
        <code>cat .hub06/keys.json</code>
      </pre>
      <dl>
        {say.roles.map(({ role, does }) => (
          <div key={role}>
            <dt>
              <code>{role}</code>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function SignIn() {
  const say = useSignInMessages();
  const info = useServerInfo();
  const { send, trouble, busy } = useSignIn();
  const [key, setKey] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(key.trim());
  };
  return (
    <div className="sign-in">
      <section className="sign-in-card">
        <img src={iconUrl} alt="" width={44} height={44} />
        <PageHead title={say.title} lead={say.lead} />
        <Form onSubmit={submit} autoComplete="off">
          <TextLine
            label={say.key}
            help={say.keyHelp}
            type="password"
            value={key}
            onChange={setKey}
            error={trouble}
            autoComplete="off"
            autoFocus
            placeholder="hub06_…"
          />
          <Button type="submit" look="strong" isPending={busy}>
            {say.enter}
          </Button>
        </Form>
        {info?.mode === 'PRODUCTION' ? <p className="soft small">{say.whereProduction}</p> : <KeyPlaces />}
        <p className="small">
          <LinkButton href="/start" look="quiet" small icon="home">
            {say.start}
          </LinkButton>
        </p>
      </section>
    </div>
  );
}
