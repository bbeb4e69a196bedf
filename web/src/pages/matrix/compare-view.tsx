/** Two assessments side by side: which cells differ, in status and word by word. */
import { ConsoleCompareDocument } from '../../../generated/console-compare';
import { useHub } from '../../hub/use-hub';
import { Choice, Finder } from '../../parts/fields';
import { Answer, EmptyState } from '../../parts/states';
import { StatusLabel } from '../../parts/status-mark';
import { type Assessment } from './matrix-data';
import { useMatrixMessages } from './matrix-messages';
import { useMatrixChoices } from './matrix-choices';
import { ProseDiff } from './prose-diff';

interface Props {
  assessment: Assessment;
  against: string | null;
  onAgainst: (id: string) => void;
  onOpen: (cellId: string) => void;
}

function splitId(id: string): [locality: string, period: string] {
  const [locality = '', period = ''] = id.split('.');
  return [locality, period];
}

function Differences({ assessment, against, onOpen }: Omit<Props, 'onAgainst'> & { against: string }) {
  const say = useMatrixMessages();
  const compared = useHub(ConsoleCompareDocument, {
    locality: assessment.locality.code,
    period: assessment.period.code,
    against,
  });
  return (
    <Answer query={compared}>
      {({ matrix: { diff } }) =>
        diff.length === 0 ? (
          <EmptyState title={say.noDifference} />
        ) : (
          <div className="panel panel-flush">
            <table className="table">
              <caption className="compare-count">{say.differences(diff.length)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.cell}</th>
                  <th scope="col">{say.statusBefore}</th>
                  <th scope="col">{say.statusAfter}</th>
                  <th scope="col">{say.prose}</th>
                </tr>
              </thead>
              <tbody>
                {diff.map(({ before, after, prose }) => (
                  <tr key={after.id}>
                    <th scope="row" className="compare-cell">
                      <button type="button" className="link-button" onClick={() => onOpen(after.id)}>
                        {after.item.path} · {after.column.title.text}
                      </button>
                      <span className="soft small">{after.item.title.text}</span>
                    </th>
                    <td>
                      <StatusLabel status={before.status} />
                    </td>
                    <td>
                      <StatusLabel status={after.status} />
                    </td>
                    <td>{prose.length > 0 ? <ProseDiff parts={prose} /> : say.onlyText}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Answer>
  );
}

export function CompareView(props: Props) {
  const say = useMatrixMessages();
  const { localities, periods } = useMatrixChoices();
  const { assessment, against, onAgainst } = props;
  const other = periods.find(({ id }) => id !== assessment.period.code)?.id ?? assessment.period.code;
  const chosen = against ?? `${assessment.locality.code}.${other}`;
  const [locality, period] = splitId(chosen);
  return (
    <>
      <div className="matrix-toolbar" role="group" aria-label={say.againstPick}>
        <Finder
          inline
          label={say.against}
          options={localities}
          value={locality}
          onChange={(next) => onAgainst(`${next}.${period}`)}
        />
        <Choice
          inline
          label={say.period}
          options={periods}
          value={period}
          onChange={(next) => onAgainst(`${locality}.${next}`)}
        />
      </div>
      <Differences {...props} against={chosen} />
    </>
  );
}
