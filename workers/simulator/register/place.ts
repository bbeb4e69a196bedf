/** Answers for what a place of residence is. */
import { type Commune } from './communes';
import { type Unit } from './units';

export interface Place {
  readonly unit: Unit;
  readonly commune: Commune;
  /** House and street, or hamlet. */
  readonly detail: string;
}
