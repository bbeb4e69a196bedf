/** One demand that every connector must meet. */
import { type Bench } from './bench';

export interface ConformanceCase {
  /** Stays: reports are compared by it. */
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** @throws NotConform when the connector does otherwise, NotApplicable when the case says nothing about it */
  run(bench: Bench): Promise<void>;
}
