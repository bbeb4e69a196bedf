/** Where a weight comes from: each step moves it left (against) or right (for) until the total is reached. */
import { formatNumber } from '../shared/format';
import { messagesOf } from '../shared/use-language';
import './waterfall.css';

export interface WaterfallStep {
  readonly label: string;
  readonly note?: string;
  readonly bits: number;
}

const useMessages = messagesOf({
  vi: { bits: 'bit', total: 'Tổng', step: 'Thành phần', weight: 'Trọng số', caption: 'Trọng số từng bước' },
  en: { bits: 'bits', total: 'Total', step: 'Part', weight: 'Weight', caption: 'Weight step by step' },
});

const signed = (bits: number): string => `${bits > 0 ? '+' : ''}${formatNumber(bits, 1)}`;

/** Where each bar begins and ends, in bits. */
function spansOf(steps: readonly WaterfallStep[]): { from: number; to: number }[] {
  let sum = 0;
  return steps.map(({ bits }) => {
    const from = sum;
    sum += bits;
    return { from, to: sum };
  });
}

export function Waterfall({ steps, total }: { steps: readonly WaterfallStep[]; total: number }) {
  const say = useMessages();
  const spans = [...spansOf(steps), { from: 0, to: total }];
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const scale = 100 / (high - low || 1);
  const rows = [...steps, { label: say.total, bits: total }];
  return (
    <table className="waterfall">
      <caption className="visually-hidden">{say.caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{say.step}</th>
          <th scope="col">{say.weight}</th>
          <th scope="col">{say.bits}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((step, index) => {
          const { from, to } = spans[index] ?? { from: 0, to: 0 };
          const left = (Math.min(from, to) - low) * scale;
          return (
            <tr key={step.label} data-total={index === steps.length || undefined}>
              <th scope="row">
                {step.label}
                {'note' in step && step.note && <span className="waterfall-note">{step.note}</span>}
              </th>
              <td className="waterfall-track" aria-hidden="true">
                <span className="waterfall-zero" style={{ left: `${-low * scale}%` }} />
                <span
                  className="waterfall-bar"
                  data-sign={to >= from ? 'for' : 'against'}
                  style={{ left: `${left}%`, width: `${Math.max(Math.abs(to - from) * scale, 0.6)}%` }}
                />
              </td>
              <td className="waterfall-bits">{signed(step.bits)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
