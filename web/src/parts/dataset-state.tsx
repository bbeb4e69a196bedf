/** How a dataset stands: being read, ready, or failed. */
import { type DatasetState } from '../../generated/types';
import { datasetStateWords } from '../../generated/words/dataset-state';
import { useSay } from '../shared/use-language';
import { Badge, type Tone } from './badge';

const TONES: Readonly<Record<DatasetState, Tone>> = { IMPORTING: 'info', READY: 'good', FAILED: 'bad' };

export function DatasetStateBadge({ state }: { state: DatasetState }) {
  const say = useSay();
  return <Badge tone={TONES[state]}>{say(datasetStateWords[state])}</Badge>;
}
