/** The last thirty days of a node as a strip of its stages. */
import { type IocStage } from '../../../generated/types';
import { useStageWords } from '../../shared/ioc-words';
import { lastMonth, type Node } from './ioc-data';
import { useIocMessages } from './ioc-messages';

export function StageStrip({ node, stage }: { node: Pick<Node, 'history'>; stage: IocStage }) {
  const say = useIocMessages();
  const words = useStageWords();
  const stretches = lastMonth(node, stage, Date.now());
  const told = [...new Set(stretches.map((one) => words.stage[one.stage]))].join(' → ');
  return (
    <span className="stage-strip" role="img" aria-label={say.strip(told)} title={told}>
      {stretches.map((one, at) => (
        <span key={at} data-stage={one.stage} style={{ flexGrow: one.share }} />
      ))}
    </span>
  );
}
