/** The matrix as a file: out as Word, Excel, CSV or JSON, and an edited Word or Excel file back in, differences first. */
import { useState } from 'react';
import { type HubError } from '../../hub/hub-error';
import { downloadFile } from '../../hub/files';
import { useSession } from '../../hub/session';
import { Button } from '../../parts/button';
import { MenuButton } from '../../parts/menu-button';
import { Notice } from '../../parts/notice';
import { messagesOf } from '../../shared/use-language';
import { ImportDialog } from './import-dialog';
import { type Assessment } from './matrix-data';

const FORMATS = ['docx', 'xlsx', 'csv', 'json'] as const;

const useMessages = messagesOf({
  vi: {
    take: 'Tải về',
    bring: 'Nhập tệp',
    formats: {
      docx: 'Word, đúng mẫu chính thức',
      xlsx: 'Excel, sửa rồi nhập lại được',
      csv: 'CSV, mỗi mục một dòng',
      json: 'JSON',
    },
  },
  en: {
    take: 'Download',
    bring: 'Import a file',
    formats: {
      docx: 'Word, in the official form',
      xlsx: 'Excel, to edit and bring back',
      csv: 'CSV, one line an item',
      json: 'JSON',
    },
  },
});

export function MatrixFiles({ assessment }: { assessment: Assessment }) {
  const say = useMessages();
  const { may } = useSession();
  const [importing, setImporting] = useState(false);
  const [trouble, setTrouble] = useState('');
  const take = (format: string) => {
    setTrouble('');
    const name = `ma-tran-${assessment.id}.${format}`;
    downloadFile(`/matrices/${assessment.id}.${format}`, name).catch((error: HubError) =>
      setTrouble(error.message),
    );
  };
  return (
    <>
      <MenuButton
        title={say.take}
        icon="download"
        entries={FORMATS.map((id) => ({ id, title: say.formats[id] }))}
        onChoose={take}
      />
      {may('OPERATOR') && (
        <Button icon="upload" onPress={() => setImporting(true)} isDisabled={assessment.state !== 'DRAFT'}>
          {say.bring}
        </Button>
      )}
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      {importing && <ImportDialog assessmentId={assessment.id} onClose={() => setImporting(false)} />}
    </>
  );
}
