/** Takes in a file: dropped, sent, looked at, corrected and made a dataset. */
import { useState } from 'react';
import { Button } from '../../parts/button';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Steps } from '../../parts/steps';
import { DropFile, type SentFile } from './drop-file';
import { ReadingStep } from './reading-step';
import { useUploadMessages } from './upload-messages';
import './upload.css';

export function UploadPage() {
  const say = useUploadMessages();
  const [sent, setSent] = useState<SentFile | null>(null);
  return (
    <div className="page">
      <PageHead title={say.title} lead={say.lead}>
        {sent && (
          <Button icon="undo" onPress={() => setSent(null)}>
            {say.other}
          </Button>
        )}
      </PageHead>
      <Steps titles={say.steps} at={sent ? 1 : 0} />
      {sent ? (
        <ReadingStep key={sent.uploadId} sent={sent} />
      ) : (
        <Panel title={say.file}>
          <DropFile onSent={setSent} />
        </Panel>
      )}
    </div>
  );
}
