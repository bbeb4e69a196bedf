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
import { Drawer } from '../../parts/drawer';
import { Notice } from '../../parts/notice';
import { EmptyState, ErrorPanel } from '../../parts/states';
import { useImportMessages } from './import-messages';
import { ProseDiff } from './prose-diff';

type Imported = ImportMatrixMutation['importMatrix'];

interface Bring {
  readonly file: File;
  readonly dryRun: boolean;
}

/** An upload serves one asking only, so the file is sent again when the differences are to be written. */
async function bring(assessment: string, { file, dryRun }: Bring): Promise<Imported> {
  const uploadId = await uploadFile(file);
  const { importMatrix } = await askHub(ImportMatrixDocument, { uploadId, assessment, dryRun });
  return importMatrix;
}

function Differences({ answer }: { answer: Exclude<Imported, { code: unknown }> }) {
  const say = useImportMessages();
  if (answer.differences.length === 0) return <EmptyState title={say.nothing} />;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say.cell}</th>
          <th scope="col">{say.change}</th>
        </tr>
      </thead>
      <tbody>
        {answer.differences.map(({ cell, prose, problem }) => (
          <tr key={cell.id}>
            <th scope="row" className="compare-cell">
              {cell.item.path} · {cell.column.title.text}
            </th>
            <td>
              {problem && <Notice tone="warn">{say.problems[problem]}</Notice>}
              <ProseDiff parts={prose} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ answer, onWrite, busy }: { answer: Imported; onWrite: () => void; busy: boolean }) {
  const say = useImportMessages();
  if (isRefused(answer)) return <Notice tone="bad">{answer.message}</Notice>;
  const writable = answer.differences.filter(({ problem }) => problem === null).length;
  return (
    <>
      {answer.doubts.map(({ place, words }) => (
        <Notice key={place} tone="warn">
          {place}: {words.text}
        </Notice>
      ))}
      {!answer.dryRun && <Notice tone="good">{say.written(answer.applied)}</Notice>}
      <Differences answer={answer} />
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
  const imported = useMutation<Imported, HubError, Bring>({
    mutationFn: (asked) => bring(assessmentId, asked),
    onSuccess: (_, { dryRun }) => (dryRun ? undefined : client.invalidateQueries()),
  });
  const choose = (files: FileList | null) => {
    const chosen = files?.[0];
    if (!chosen) return;
    setFile(chosen);
    imported.mutate({ file: chosen, dryRun: true });
  };
  return (
    <Drawer isOpen onClose={onClose} title={say.title}>
      <div className="stack">
        <p className="soft">{say.lead}</p>
        <div className="row">
          <FileTrigger acceptedFileTypes={['.docx', '.xlsx']} onSelect={choose}>
            <Button icon="upload" isPending={imported.isPending}>
              {say.choose}
            </Button>
          </FileTrigger>
          {file && <span className="soft small">{file.name}</span>}
        </div>
        {imported.error && <ErrorPanel error={imported.error} />}
        {imported.data && (
          <Outcome
            answer={imported.data}
            busy={imported.isPending}
            onWrite={() => file && imported.mutate({ file, dryRun: false })}
          />
        )}
      </div>
    </Drawer>
  );
}
