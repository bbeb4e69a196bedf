/** The second step: how the file is read, what may be corrected, and making a dataset of it. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { CreateDatasetDocument } from '../../../generated/create-dataset';
import { StartRunDocument } from '../../../generated/start-run';
import { type CreateDatasetMutation } from '../../../generated/types';
import { UploadPreviewDocument } from '../../../generated/upload-preview';
import { fileEncodingWords } from '../../../generated/words/file-encoding';
import { fileFormatWords } from '../../../generated/words/file-format';
import { refusalCodeWords } from '../../../generated/words/refusal-code';
import { isRefused, type Refused } from '../../hub/hub-error';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Choice, TextLine } from '../../parts/fields';
import { Panel } from '../../parts/panel';
import { RefusalNote } from '../../parts/refusal-note';
import { Answer, ErrorPanel, Skeleton } from '../../parts/states';
import { formatBytes, formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { ColumnTable } from './column-table';
import { type SentFile } from './drop-file';
import { mappingOf, NO_WISHES, type Preview, readingOf, type Wishes } from './reading';
import { useUploadMessages } from './upload-messages';

interface Props {
  sent: SentFile;
  preview: Preview;
  wishes: Wishes;
  onWish: (wishes: Wishes) => void;
}

function FileFacts({ sent, preview, wishes, onWish }: Props) {
  const say = useUploadMessages();
  const words = useSay();
  const [line, setLine] = useState(String(preview.headerLine));
  const wished = Number(line);
  const fits = Number.isInteger(wished) && wished > 0 && wished <= 1_000;
  return (
    <Panel title={sent.name} note={formatBytes(sent.bytes)}>
      <div className="reading-facts">
        <dl className="facts">
          <dt>{say.format}</dt>
          <dd>{words(fileFormatWords[preview.format])}</dd>
          <dt>{say.fileEncoding}</dt>
          <dd>{words(fileEncodingWords[preview.fileEncoding])}</dd>
          <dt>{say.firstLine}</dt>
          <dd>{formatNumber(preview.firstLine)}</dd>
        </dl>
        {preview.sheets.length > 0 && (
          <Choice
            label={say.sheet}
            options={preview.sheets.map((sheet) => ({ id: sheet, label: sheet }))}
            value={preview.sheet}
            onChange={(sheet) => onWish({ ...NO_WISHES, sheet })}
          />
        )}
        <form
          className="reading-header"
          onSubmit={(event) => {
            event.preventDefault();
            if (fits) onWish({ ...NO_WISHES, sheet: wishes.sheet, headerLine: wished });
          }}
        >
          <TextLine
            label={say.header}
            help={say.headerHelp}
            inputMode="numeric"
            value={line}
            onChange={setLine}
          />
          <Button type="submit" isDisabled={!fits || wished === preview.headerLine}>
            {say.reread}
          </Button>
        </form>
      </div>
    </Panel>
  );
}

function Problem({ code }: { code: string | null }) {
  const say = useUploadMessages();
  const words = useSay();
  if (code === null) return <Badge tone="good">{say.canCreate}</Badge>;
  const known = refusalCodeWords[code as keyof typeof refusalCodeWords];
  return <RefusalNote refusal={{ code, message: known ? words(known) : code }} />;
}

/** Makes the dataset and at once has it profiled, so that the next page has something to decide by. */
function useCreate() {
  const create = useHubWrite(CreateDatasetDocument);
  const profile = useHubWrite(StartRunDocument);
  const [, navigate] = useLocation();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const run = async ({ sent, preview, wishes }: Omit<Props, 'onWish'>, name: string, save: boolean) => {
    const mapping = mappingOf(preview.columns, wishes);
    const { createDataset }: CreateDatasetMutation = await create.mutateAsync({
      input: {
        uploadId: sent.uploadId,
        name,
        reading: readingOf(wishes),
        ...(mapping && { mapping, saveMapping: save }),
      },
    });
    if (isRefused(createDataset)) return setRefusal(createDataset);
    const { id } = createDataset;
    await profile.mutateAsync({ input: { kind: 'PROFILE', datasetId: id, idempotencyKey: `profile-${id}` } });
    navigate(`/data/${id}`);
  };
  return { run, refusal, error: create.error ?? profile.error, busy: create.isPending || profile.isPending };
}

function CreatePanel(props: Omit<Props, 'onWish'>) {
  const say = useUploadMessages();
  const [name, setName] = useState(props.sent.name.replace(/\.\w+$/, ''));
  const [save, setSave] = useState(false);
  const { run, refusal, error, busy } = useCreate();
  const given = mappingOf(props.preview.columns, props.wishes) !== null;
  const empty = name.trim() === '';
  return (
    <form
      className="create-panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) void run(props, name.trim(), save).catch(() => undefined);
      }}
    >
      {!given && <Problem code={props.preview.problem} />}
      {refusal && <RefusalNote refusal={refusal} />}
      {error && <ErrorPanel error={error} />}
      <TextLine
        label={say.name}
        value={name}
        onChange={setName}
        maxLength={200}
        error={empty ? say.nameNeeded : undefined}
      />
      {given && (
        <Checkbox isSelected={save} onChange={setSave}>
          {say.save}
        </Checkbox>
      )}
      <Button type="submit" look="strong" icon="check" isPending={busy} isDisabled={empty}>
        {busy ? say.creating : say.create}
      </Button>
    </form>
  );
}

export function ReadingStep({ sent }: { sent: SentFile }) {
  const say = useUploadMessages();
  const [wishes, setWishes] = useState(NO_WISHES);
  const variables = { id: sent.uploadId, reading: readingOf(wishes) };
  const query = useHub(UploadPreviewDocument, variables, { keepPrevious: true });
  return (
    <Answer query={query} skeleton={<Skeleton lines={10} />}>
      {({ uploadPreview: preview }) =>
        isRefused(preview) ? (
          <RefusalNote refusal={preview} />
        ) : (
          <>
            <FileFacts
              key={preview.headerLine}
              sent={sent}
              preview={preview}
              wishes={wishes}
              onWish={setWishes}
            />
            <Panel title={say.columns} note={say.columnsNote} flush>
              <ColumnTable columns={preview.columns} wishes={wishes} onWish={setWishes} />
            </Panel>
            <CreatePanel sent={sent} preview={preview} wishes={wishes} />
          </>
        )
      }
    </Answer>
  );
}
