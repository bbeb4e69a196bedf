/** Carries the id and the language of a request to where errors are formatted, a place that is handed neither. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Language } from './language';

export interface RequestScope {
  readonly requestId: string;
  readonly language: Language;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();
