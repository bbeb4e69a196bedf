/** Shows progress on the error stream: one line that changes on a terminal, a line per tenth elsewhere. */
import { type RunSnapshot } from '../hub/hub-answers';
import { type Language } from '../surroundings';
import { ROWS, wordProgress } from './word-progress';

export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressLine {
  show(snapshot: RunSnapshot): void;
  note(text: string): void;
  /** Leaves the terminal clean for what is printed next. */
  end(): void;
}

const CLEAR_LINE = '\r\u001b[2K';
const PLAIN_COLUMNS = 200;

/** Shows nothing at all when not `watch`. */
export function openProgressLine(
  screen: Screen,
  language: Language,
  watch: boolean,
  counted = ROWS,
): ProgressLine {
  const live = watch && screen.isTTY === true;
  let lastTenth = -1;
  let shown = false;
  const redraw = (line: string) => {
    shown = true;
    screen.write(`${CLEAR_LINE}${line}`);
  };
  return {
    show(snapshot) {
      if (live) return redraw(wordProgress(snapshot, language, (screen.columns ?? 80) - 1, counted));
      const { done, total } = snapshot.progress;
      const tenth = total ? Math.floor((done / total) * 10) : 0;
      if (!watch || tenth <= lastTenth) return;
      lastTenth = tenth;
      screen.write(`${wordProgress(snapshot, language, PLAIN_COLUMNS, counted)}\n`);
    },
    note: (text) => live && redraw(text),
    end() {
      if (shown) screen.write(CLEAR_LINE);
      shown = false;
    },
  };
}
