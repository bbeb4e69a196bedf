/** How far a run has come, as a bar with its words. */
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import './progress-bar.css';

/** `done` of `total`; an unknown total (null) shows as moving. */
export function ProgressBar({
  label,
  done,
  total,
  words,
}: {
  label: string;
  done: number;
  total: number | null;
  words?: string;
}) {
  const known = total !== null && total > 0;
  return (
    <AriaProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={!known}
      value={known ? done : 0}
      maxValue={known ? total : 1}
      {...(words && { valueLabel: words })}
    >
      {({ percentage = 0 }) => (
        <>
          <span className="progress-track">
            <span
              className="progress-fill"
              data-unknown={!known || undefined}
              style={known ? { width: `${percentage}%` } : {}}
            />
          </span>
          {words && <span className="progress-words">{words}</span>}
        </>
      )}
    </AriaProgressBar>
  );
}
