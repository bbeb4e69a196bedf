/** Makes a key and shows it: once, to be copied, and never again. */
import { useState } from 'react';
import { ApiKeysDocument } from '../../../generated/api-keys';
import { CreateApiKeyDocument } from '../../../generated/create-api-key';
import { LocalitiesDocument } from '../../../generated/localities';
import { type Role } from '../../../generated/types';
import { isRefused } from '../../hub/hub-error';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { CopyButton } from '../../parts/copy-button';
import { DialogBox } from '../../parts/drawer';
import { Choice, Finder, TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { useLanguage } from '../../shared/use-language';
import { useFrameMessages } from '../../shell/frame-messages';
import { useKeysMessages } from './keys-messages';
import './keys.css';

const ROLES: readonly Role[] = ['VIEWER', 'OPERATOR', 'STEWARD', 'ADMIN'];
const TERMS = ['30', '90', '365', 'never'] as const;
const NATION = 'VN';

function NewKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  const say = useKeysMessages();
  return (
    <div className="stack">
      <Notice tone="warn">{say.newOnce}</Notice>
      <code className="new-key" data-testid="new-key">
        {secret}
      </code>
      <div className="row">
        <CopyButton text={secret} label={say.copyKey} />
        <Button look="strong" onPress={onClose}>
          {say.done}
        </Button>
      </div>
    </div>
  );
}

function useCreate() {
  const write = useHubWrite(CreateApiKeyDocument, [ApiKeysDocument]);
  const answer = write.data?.createApiKey;
  return {
    pending: write.isPending,
    secret: answer && !isRefused(answer) ? answer.key : null,
    trouble: answer && isRefused(answer) ? answer.message : write.error?.message,
    create: (label: string, role: Role, locality: string, term: string) =>
      write.mutate({
        input: {
          label: label.trim(),
          role,
          locality: locality === NATION ? null : locality,
          days: term === 'never' ? null : Number(term),
        },
      }),
  };
}

export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const say = useKeysMessages();
  const words = useFrameMessages();
  const language = useLanguage();
  const { pending, secret, trouble, create } = useCreate();
  const [label, setLabel] = useState('');
  const [role, setRole] = useState<Role>('VIEWER');
  const [locality, setLocality] = useState(NATION);
  const [term, setTerm] = useState<string>('365');
  const { data } = useHub(LocalitiesDocument, {});
  const localities = (data?.localities ?? []).map(({ code, name }) => ({ id: code, label: name[language] }));
  if (secret) {
    return (
      <DialogBox isOpen onClose={onClose} title={say.newTitle}>
        <NewKey secret={secret} onClose={onClose} />
      </DialogBox>
    );
  }
  return (
    <DialogBox isOpen onClose={onClose} title={say.create}>
      <div className="stack">
        <TextLine label={say.label} help={say.labelHelp} value={label} onChange={setLabel} autoFocus />
        <Choice
          label={say.role}
          options={ROLES.map((id) => ({ id, label: words.roles[id] }))}
          value={role}
          onChange={(id) => setRole(ROLES.find((one) => one === id) ?? 'VIEWER')}
        />
        <Finder label={say.locality} options={localities} value={locality} onChange={setLocality} />
        <Choice
          label={say.days}
          options={TERMS.map((id) => ({ id, label: say.daysOf[id] }))}
          value={term}
          onChange={setTerm}
        />
        {trouble && <Notice tone="bad">{trouble}</Notice>}
        <div className="row">
          <Button
            look="strong"
            isPending={pending}
            isDisabled={label.trim() === ''}
            onPress={() => create(label, role, locality, term)}
          >
            {say.create}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </div>
      </div>
    </DialogBox>
  );
}
