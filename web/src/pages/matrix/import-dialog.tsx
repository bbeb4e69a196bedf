/** Brings an edited matrix file back: shows what would change, cell by cell, and writes only when told to. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { ImportMatrixDocument } from '../../../generated/import-matrix';
import { type ImportMatrixMutation } from '../../../generated/types';
import { askHub } from '../../hub/ask-hub';
import { uploadFile } from '../../hub/files';
import { type HubError, isRefused } from '../../hub/hub-error';
import { Button } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Drawer } from '../../parts/drawer';
import { Notice } from '../../parts/notice';
import { EmptyState, ErrorPanel } from '../../parts/states';
import { useImportMessages } from './import-messages';
import { ProseDiff } from './prose-diff';

type Imported = ImportMatrixMutation['importMatrix'];

interface Bring {
  readonly uploadId: string;
  readonly dryRun: boolean;
  readonly accept: string[];
}

type Differences = Exclude<Imported, { code: unknown }>['differences'];

interface Acceptance {
  /** Ids of the doubtful cells that were ticked. */
  readonly accepted: readonly string[];
  readonly onAccept: (cellId: string, isTaken: boolean) => void;
}

function DifferenceTable({
  differences,
  accepted,
  onAccept,
}: Acceptance & { readonly differences: Differences }) {
  const say = useImportMessages();
  if (differences.length === 0) return <EmptyState title={say.nothing} />;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say.cell}</th>
          <th scope="col">{say.change}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ cell, prose, problem }) => (
          <tr key={cell.id}>
            <th scope="row" className="compare-cell">
              {cell.item.path} · {cell.column.title.text}
            </th>
            <td>
              {problem && <Notice tone="warn">{say.problems[problem]}</Notice>}
              <ProseDiff parts={prose} />
              {problem === 'PLACE_DOUBTFUL' && (
                <Checkbox
                  isSelected={accepted.includes(cell.id)}
                  onChange={(isTaken) => onAccept(cell.id, isTaken)}
                >
                  {say.accept}
                </Checkbox>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({
  answer,
  onWrite,
  busy,
  ...acceptance
}: Acceptance & { answer: Imported; onWrite: () => void; busy: boolean }) {
  const say = useImportMessages();
  if (isRefused(answer)) return <Notice tone="bad">{answer.message}</Notice>;
  const sure = answer.differences.filter(({ problem }) => problem === null).length;
  const writable = sure + acceptance.accepted.length;
  return (
    <>
      {answer.doubts.map(({ place, words }) => (
        <Notice key={place} tone="warn">
          {place}: {words.text}
        </Notice>
      ))}
      {!answer.dryRun && <Notice tone="good">{say.written(answer.applied)}</Notice>}
      <DifferenceTable differences={answer.differences} {...acceptance} />
      {answer.dryRun && writable > 0 && (
        <p>
          <Button look="strong" isPending={busy} onPress={onWrite}>
            {say.write(writable)}
          </Button>
        </p>
      )}
    </>
  );
}

export function ImportDialog({ assessmentId, onClose }: { assessmentId: string; onClose: () => void }) {
  const say = useImportMessages();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [accepted, setAccepted] = useState<string[]>([]);
  const upload = useMutation<string, HubError, File>({ mutationFn: (chosen) => uploadFile(chosen) });
  const imported = useMutation<Imported, HubError, Bring>({
    mutationFn: async (asked) =>
      (await askHub(ImportMatrixDocument, { ...asked, assessment: assessmentId })).importMatrix,
    onSuccess: (_, { dryRun }) => (dryRun ? undefined : client.invalidateQueries()),
  });
  const choose = (files: FileList | null) => {
    const chosen = files?.[0];
    if (!chosen) return;
    setFile(chosen);
    setAccepted([]);
    upload.mutate(chosen, {
      onSuccess: (uploadId) => imported.mutate({ uploadId, dryRun: true, accept: [] }),
    });
  };
  const error = upload.error ?? imported.error;
  return (
    <Drawer isOpen onClose={onClose} title={say.title}>
      <div className="stack">
        <p className="soft">{say.lead}</p>
        <div className="row">
          <FileTrigger acceptedFileTypes={['.docx', '.xlsx', '.txt']} onSelect={choose}>
            <Button icon="upload" isPending={upload.isPending || imported.isPending}>
              {say.choose}
            </Button>
          </FileTrigger>
          {file && <span className="soft small">{file.name}</span>}
        </div>
        {error && <ErrorPanel error={error} />}
        {imported.data && (
          <Outcome
            answer={imported.data}
            busy={imported.isPending}
            accepted={accepted}
            onAccept={(cellId, isTaken) =>
              setAccepted((now) => (isTaken ? [...now, cellId] : now.filter((id) => id !== cellId)))
            }
            onWrite={() =>
              upload.data && imported.mutate({ uploadId: upload.data, dryRun: false, accept: accepted })
            }
          />
        )}
      </div>
    </Drawer>
  );
}
