/** How the columns of a dataset were understood, and which rows were rejected and why. */
import { useState } from 'react';
import { DatasetDocument } from '../../../generated/dataset';
import { type DatasetPageQuery } from '../../../generated/types';
import { residentFieldWords } from '../../../generated/words/resident-field';
import { textEncodingWords } from '../../../generated/words/text-encoding';
import { useHub } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Panel } from '../../parts/panel';
import { Answer, EmptyState } from '../../parts/states';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useDatasetMessages } from './dataset-messages';

type Dataset = NonNullable<DatasetPageQuery['dataset']>;

const PAGE = 50;
const MOST = 200;

function ColumnsTable({ columns }: Pick<Dataset, 'columns'>) {
  const say = useDatasetMessages();
  const words = useSay();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say.column}</th>
          <th scope="col">{say.field}</th>
          <th scope="col">{say.encoding}</th>
          <th scope="col" className="number">
            {say.certainty}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ header, field, encoding, encodingConfidence }, index) => (
          <tr key={`${header} ${index}`}>
            <th scope="row">{header}</th>
            <td>{field ? words(residentFieldWords[field]) : <span className="soft">{say.unused}</span>}</td>
            <td>{encoding && words(textEncodingWords[encoding])}</td>
            <td className="number">{formatShare(encodingConfidence, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rejections({ id }: { id: string }) {
  const say = useDatasetMessages();
  const words = useSay();
  const [first, setFirst] = useState(PAGE);
  const query = useHub(DatasetDocument, { id, first }, { keepPrevious: true });
  const rejections = query.data?.dataset?.rejections;
  const shown = rejections?.nodes.length ?? 0;
  return (
    <Panel
      title={say.rejections}
      note={
        rejections &&
        rejections.totalCount > 0 &&
        say.moreRejections(formatNumber(shown), formatNumber(rejections.totalCount))
      }
      actions={
        rejections &&
        shown < rejections.totalCount &&
        first < MOST && (
          <Button small onPress={() => setFirst(MOST)}>
            +
          </Button>
        )
      }
      flush
    >
      <Answer query={query}>
        {() =>
          shown === 0 ? (
            <EmptyState title={say.noRejections} />
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    {say.line}
                  </th>
                  <th scope="col">{say.code}</th>
                  <th scope="col">{say.reason}</th>
                </tr>
              </thead>
              <tbody>
                {rejections?.nodes.map(({ line, code, reason }) => (
                  <tr key={line}>
                    <td className="number">{formatNumber(line)}</td>
                    <td className="mono">{code}</td>
                    <td>{words(reason)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </Panel>
  );
}

export function ColumnsTab({ dataset }: { dataset: Dataset }) {
  const say = useDatasetMessages();
  return (
    <div className="columns-2">
      <Panel title={say.columns} flush>
        <ColumnsTable columns={dataset.columns} />
      </Panel>
      <Rejections id={dataset.id} />
    </div>
  );
}
