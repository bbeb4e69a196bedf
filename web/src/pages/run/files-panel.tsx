/** The result files of a run, downloaded and checked here. */
import { useMutation } from '@tanstack/react-query';
import { type HubError } from '../../hub/hub-error';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { CopyButton } from '../../parts/copy-button';
import { Panel } from '../../parts/panel';
import { EmptyState, ErrorPanel } from '../../parts/states';
import { formatBytes } from '../../shared/format';
import { type Checked, downloadChecked } from '../../hub/files';
import { useRunMessages } from './run-messages';
import { type RunView } from './run-view';

type Artifact = RunView['artifacts'][number];

function Outcome({ checked }: { checked: Checked }) {
  const say = useRunMessages();
  if (checked === 'SAME') return <Badge tone="good">{say.checked}</Badge>;
  if (checked === 'DIFFERENT') return <Badge tone="bad">{say.differs}</Badge>;
  return <Badge tone="warn">{say.unchecked}</Badge>;
}

function FileLine({ artifact }: { artifact: Artifact }) {
  const say = useRunMessages();
  const download = useMutation<Checked, HubError>({ mutationFn: () => downloadChecked(artifact) });
  return (
    <li className="file-line">
      <div className="file-line-head">
        <strong>{artifact.name}</strong>
        <span className="soft">{formatBytes(artifact.bytes)}</span>
        <Button
          small
          icon="download"
          isPending={download.isPending}
          aria-label={`${say.download}: ${artifact.name}`}
          onPress={() => download.mutate()}
        >
          {download.isPending ? say.downloading : say.download}
        </Button>
      </div>
      <div className="file-line-sum">
        <span className="soft small">SHA-256</span>
        <code>{artifact.sha256}</code>
        <CopyButton text={artifact.sha256} />
      </div>
      <div role="status">{download.data && <Outcome checked={download.data} />}</div>
      {download.error && <ErrorPanel error={download.error} />}
    </li>
  );
}

export function FilesPanel({ artifacts }: { artifacts: readonly Artifact[] }) {
  const say = useRunMessages();
  return (
    <Panel title={say.files} note={artifacts.length > 0 && say.warning}>
      {artifacts.length === 0 ? (
        <EmptyState title={say.noFiles}>
          <p>{say.noFilesNext}</p>
        </EmptyState>
      ) : (
        <ul className="file-list">
          {artifacts.map((artifact) => (
            <FileLine key={artifact.id} artifact={artifact} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
