/** Where a newcomer begins: what each user does first, by hand and from the command line. */
import { useSession } from '../../hub/session';
import { LinkButton, OutsideLink } from '../../parts/button';
import { CopyButton } from '../../parts/copy-button';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { useServerInfo } from '../../shell/use-server-info';
import { useStartMessages } from './start-messages';
import './start.css';

function Command({ text }: { text: string }) {
  return (
    <div className="start-command">
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} />
    </div>
  );
}

function HubFacts() {
  const say = useStartMessages();
  const info = useServerInfo();
  if (!info) return null;
  return (
    <Panel title={say.here}>
      <dl className="facts">
        <dt>{say.version}</dt>
        <dd>{info.version}</dd>
        <dt>{say.mode}</dt>
        <dd>{say.modes[info.mode]}</dd>
        <dt>{say.queue}</dt>
        <dd>{say.queues[info.queueBackend]}</dd>
        <dt>{say.dataKind}</dt>
        <dd>{info.simulated ? say.simulated : say.real}</dd>
      </dl>
    </Panel>
  );
}

export function StartPage() {
  const say = useStartMessages();
  const { holder } = useSession();
  const info = useServerInfo();
  return (
    <div className="page start-page">
      <PageHead title={say.title} lead={say.lead}>
        {!holder && (
          <LinkButton href="/" look="strong" icon="key">
            {say.signIn}
          </LinkButton>
        )}
      </PageHead>
      <div className="start-ways">
        <Panel title={say.dashboard.title}>
          <p>{say.dashboard.does}</p>
          <div className="row">
            <LinkButton href="/matrix" icon="matrix">
              {say.dashboard.open}
            </LinkButton>
            {info?.mode === 'SANDBOX' && (
              <OutsideLink href="/explorer?example=matrix-overview" icon="explorer">
                {say.dashboard.query}
              </OutsideLink>
            )}
          </div>
        </Panel>
        <Panel title={say.dataTeam.title}>
          <p>{say.dataTeam.does}</p>
          <Command text="npm run hub06 -- verify samples/residents-dirty.csv --watch --out verdicts.csv" />
        </Panel>
        <Panel title={say.developer.title}>
          <p>{say.developer.does}</p>
          <Command text="npm run hub06 -- connector new my-register" />
        </Panel>
        <HubFacts />
      </div>
    </div>
  );
}
