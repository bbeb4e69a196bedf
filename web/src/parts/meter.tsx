/** A share of a whole as a thin bar; its figure stands beside it. */
import { Meter as AriaMeter } from 'react-aria-components/Meter';
import './meter.css';

/** `share` between 0 and 1. */
export function Meter({ label, share }: { label: string; share: number }) {
  return (
    <AriaMeter className="meter" aria-label={label} value={share * 100}>
      <span className="meter-fill" style={{ width: `${share * 100}%` }} />
    </AriaMeter>
  );
}
