/** The columns of a file as the hub understood them, each of which the reader may correct. */
import { type ResidentField, type TextEncoding } from '../../../generated/types';
import { profileSignWords } from '../../../generated/words/profile-sign';
import { residentFieldWords } from '../../../generated/words/resident-field';
import { textEncodingWords } from '../../../generated/words/text-encoding';
import { Choice } from '../../parts/fields';
import { Icon } from '../../parts/icon';
import { formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { fieldOf, type PreviewColumn, type Wishes, withField } from './reading';
import { useUploadMessages } from './upload-messages';

const UNUSED = '-';

function Samples({ column }: { column: PreviewColumn }) {
  const say = useUploadMessages();
  if (column.samples.length === 0) return <span className="soft">{say.noSample}</span>;
  return (
    <ul className="sample-list">
      {column.samples.map(({ before, after }) => (
        <li key={before}>
          <del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins>
        </li>
      ))}
    </ul>
  );
}

/** What looks odd in the first rows, told before the file is loaded. */
function Signs({ signs }: Pick<PreviewColumn, 'signs'>) {
  const say = useUploadMessages();
  const words = useSay();
  if (signs.length === 0) return null;
  return (
    <ul className="sign-list">
      {signs.map(({ sign, rows }) => (
        <li key={sign}>
          <Icon name="alert" size={14} />
          {words(profileSignWords[sign])} · {say.signRows(formatNumber(rows))}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  columns: readonly PreviewColumn[];
  wishes: Wishes;
  onWish: (wishes: Wishes) => void;
}

function ColumnRow({ column, columns, wishes, onWish }: Props & { column: PreviewColumn }) {
  const say = useUploadMessages();
  const words = useSay();
  const fields = Object.entries(residentFieldWords).map(([id, text]) => ({ id, label: words(text) }));
  const encodings = Object.entries(textEncodingWords).map(([id, text]) => ({ id, label: words(text) }));
  const { header, encoding, confidence } = column;
  const field = fieldOf(column, wishes);
  return (
    <tr data-unused={field === null || undefined}>
      <th scope="row">{header}</th>
      <td>
        <Choice
          label={`${say.field}: ${header}`}
          options={[{ id: UNUSED, label: say.none }, ...fields]}
          value={field ?? UNUSED}
          onChange={(id) =>
            onWish(withField(wishes, columns, header, id === UNUSED ? null : (id as ResidentField)))
          }
        />
      </td>
      <td>
        <Choice
          label={`${say.encoding}: ${header}`}
          options={encodings}
          value={wishes.encodings[header] ?? encoding}
          onChange={(id) =>
            onWish({ ...wishes, encodings: { ...wishes.encodings, [header]: id as TextEncoding } })
          }
        />
      </td>
      <td className="number">{formatShare(confidence, 0)}</td>
      <td>
        <Samples column={column} />
        <Signs signs={column.signs} />
      </td>
    </tr>
  );
}

export function ColumnTable(props: Props) {
  const say = useUploadMessages();
  return (
    <table className="table column-table">
      <thead>
        <tr>
          <th scope="col">{say.column}</th>
          <th scope="col">{say.field}</th>
          <th scope="col">{say.encoding}</th>
          <th scope="col" className="number">
            {say.certainty}
          </th>
          <th scope="col">{say.sample}</th>
        </tr>
      </thead>
      <tbody>
        {props.columns.map((column, index) => (
          <ColumnRow key={`${column.header} ${index}`} column={column} {...props} />
        ))}
      </tbody>
    </table>
  );
}
