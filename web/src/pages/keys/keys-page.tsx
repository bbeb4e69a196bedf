/** Lists the API keys, makes new ones and revokes old ones. */
import { useState } from 'react';
import { ApiKeysDocument } from '../../../generated/api-keys';
import { RevokeApiKeyDocument } from '../../../generated/revoke-api-key';
import { type ApiKeysQuery } from '../../../generated/types';
import { isRefused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Badge, type Tone } from '../../parts/badge';
import { Button } from '../../parts/button';
import { CheckLine } from '../../parts/check-line';
import { DialogBox } from '../../parts/drawer';
import { Notice } from '../../parts/notice';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Answer, EmptyState } from '../../parts/states';
import { formatDate } from '../../shared/format';
import { useFrameMessages } from '../../shell/frame-messages';
import { CreateKeyDialog } from './create-key-dialog';
import { useKeysMessages } from './keys-messages';

type ApiKey = ApiKeysQuery['apiKeys'][number];

const TONES = { live: 'good', expired: 'warn', revoked: 'calm' } as const satisfies Record<string, Tone>;

function stateOf({ revokedAt, expiresAt }: ApiKey): keyof typeof TONES {
  if (revokedAt) return 'revoked';
  return expiresAt && new Date(expiresAt) < new Date() ? 'expired' : 'live';
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const say = useKeysMessages();
  const write = useHubWrite(RevokeApiKeyDocument, [ApiKeysDocument]);
  const refused = write.data && isRefused(write.data.revokeApiKey) ? write.data.revokeApiKey.message : null;
  const revoke = async () => {
    const { revokeApiKey } = await write.mutateAsync({ id: apiKey.id });
    if (!isRefused(revokeApiKey)) onClose();
  };
  return (
    <DialogBox isOpen onClose={onClose} title={say.revokeTitle}>
      <div className="stack">
        <p>{say.revokeMeans(apiKey.label)}</p>
        {(refused ?? write.error?.message) && <Notice tone="bad">{refused ?? write.error?.message}</Notice>}
        <div className="row">
          <Button
            look="danger"
            isPending={write.isPending}
            onPress={() => void revoke().catch(() => undefined)}
          >
            {say.revoke}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </div>
      </div>
    </DialogBox>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const say = useKeysMessages();
  const words = useFrameMessages();
  const { holder } = useSession();
  const state = stateOf(apiKey);
  return (
    <tr>
      <th scope="row">
        {apiKey.label}
        {holder?.keyPrefix === apiKey.prefix && <span className="soft small"> ({say.thisKey})</span>}
      </th>
      <td>{words.roles[apiKey.role]}</td>
      <td>{apiKey.locality?.name.text ?? say.wholeNation}</td>
      <td className="mono">{apiKey.prefix}…</td>
      <td>{formatDate(apiKey.createdAt)}</td>
      <td>{apiKey.expiresAt ? formatDate(apiKey.expiresAt) : say.never}</td>
      <td>
        <Badge tone={TONES[state]}>{say.states[state]}</Badge>
      </td>
      <td className="number">
        {state !== 'revoked' && (
          <Button small look="danger" aria-label={`${say.revoke}: ${apiKey.label}`} onPress={onRevoke}>
            {say.revoke}
          </Button>
        )}
      </td>
    </tr>
  );
}

function KeysTable({ keys }: { keys: readonly ApiKey[] }) {
  const say = useKeysMessages();
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  if (keys.length === 0) return <EmptyState title={say.none} />;
  const heads = [say.label, say.role, say.locality, say.prefix, say.created, say.expires, say.state];
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {keys.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => setRevoking(apiKey)} />
          ))}
        </tbody>
      </table>
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

export function KeysPage() {
  const say = useKeysMessages();
  const [creating, setCreating] = useState(false);
  const [withRevoked, setWithRevoked] = useState(false);
  const query = useHub(ApiKeysDocument, {});
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead}>
        <CheckLine isSelected={withRevoked} onChange={setWithRevoked}>
          {say.showRevoked}
        </CheckLine>
        <Button look="strong" icon="plus" onPress={() => setCreating(true)}>
          {say.create}
        </Button>
      </PageHead>
      <Panel title={say.title} titled={false} flush>
        <Answer query={query}>
          {({ apiKeys }) => (
            <KeysTable keys={apiKeys.filter(({ revokedAt }) => withRevoked || revokedAt === null)} />
          )}
        </Answer>
      </Panel>
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </div>
  );
}
