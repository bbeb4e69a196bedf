/** The line under a figure: when it was taken, where it comes from, and whether it is simulated. */
import { formatMoment } from '../shared/format';
import { messagesOf } from '../shared/use-language';
import { SimulatedBadge } from './badge';
import './source-line.css';

const useMessages = messagesOf({
  vi: { at: 'Lúc', source: 'Nguồn' },
  en: { at: 'At', source: 'Source' },
});

export function SourceLine({
  at,
  source,
  simulated = false,
}: {
  at?: string | Date | null;
  source?: string;
  simulated?: boolean;
}) {
  const say = useMessages();
  return (
    <p className="source-line">
      {at && (
        <span>
          {say.at} <time dateTime={new Date(at).toISOString()}>{formatMoment(at)}</time>
        </span>
      )}
      {source && (
        <span>
          {say.source}: {source}
        </span>
      )}
      <SimulatedBadge simulated={simulated} />
    </p>
  );
}
