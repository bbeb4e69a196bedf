/** Where a file is dropped or chosen, and how far its sending is. */
import { useRef, useState } from 'react';
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { CreateUploadDocument } from '../../../generated/create-upload';
import { askHub } from '../../hub/ask-hub';
import { HubError } from '../../hub/hub-error';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { ProgressBar } from '../../parts/progress-bar';
import { ErrorPanel } from '../../parts/states';
import { formatBytes, formatShare } from '../../shared/format';
import { sendFile } from './send-file';
import { useUploadMessages } from './upload-messages';

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0];

export interface SentFile {
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
}

interface Sending {
  readonly file: File;
  readonly gone: number;
}

function useSending(onSent: (sent: SentFile) => void) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<HubError | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const send = async (file: File): Promise<void> => {
    const controller = new AbortController();
    stopper.current = controller;
    setError(null);
    setSending({ file, gone: 0 });
    try {
      const input = { filename: file.name, bytes: file.size };
      const { createUpload } = await askHub(CreateUploadDocument, { input });
      await sendFile(createUpload, file, (gone) => setSending({ file, gone }), controller.signal);
      onSent({ uploadId: createUpload.id, name: file.name, bytes: file.size });
    } catch (reason) {
      if (!controller.signal.aborted) setError(reason instanceof HubError ? reason : HubError.unreachable());
    } finally {
      setSending(null);
    }
  };
  return { sending, error, send, stop: () => stopper.current?.abort() };
}

export function DropFile({ onSent }: { onSent: (sent: SentFile) => void }) {
  const say = useUploadMessages();
  const { sending, error, send, stop } = useSending(onSent);
  const onDrop = async ({ items }: DropEvent): Promise<void> => {
    const dropped = items.find((item) => item.kind === 'file');
    if (dropped) await send(await dropped.getFile());
  };
  if (sending) {
    const { file, gone } = sending;
    return (
      <div className="drop-zone" aria-live="polite">
        <p className="drop-title">
          {say.sending} {file.name}
        </p>
        <div className="drop-progress">
          <ProgressBar
            label={say.sending}
            done={gone}
            total={file.size}
            words={`${formatShare(gone / file.size, 0)} · ${formatBytes(gone)} / ${formatBytes(file.size)}`}
          />
        </div>
        <Button onPress={stop}>{say.stop}</Button>
      </div>
    );
  }
  return (
    <>
      {error && <ErrorPanel error={error} />}
      <DropZone className="drop-zone" onDrop={(event) => void onDrop(event)} aria-label={say.drop}>
        <Icon name="upload" size={40} />
        <p className="drop-title">{say.drop}</p>
        <p className="soft">{say.or}</p>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.tsv', '.xlsx']}
          onSelect={(files) => files?.[0] && void send(files[0])}
        >
          <Button look="strong" icon="file">
            {say.choose}
          </Button>
        </FileTrigger>
        <p className="soft small drop-accepts">{say.accepts}</p>
      </DropZone>
    </>
  );
}
