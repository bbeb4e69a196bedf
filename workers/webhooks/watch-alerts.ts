/** Looks from time to time at what alert rules watch, and sends what webhooks are to be told. */
import { type DataSource } from 'typeorm';
import { type Log } from '../../src/log';
import { evaluateAlerts } from '../../src/services/alerts/evaluate-alerts';
import { repeat, type Repetition } from '../repeat';
import { type WebhookSender } from './deliver';

const EVERY_MS = 2_500;

/** Any number of workers may do it at once: the look is one at a time, and a delivery is taken by one. */
export function watchAlerts(
  db: DataSource,
  sender: WebhookSender,
  { now, log }: { readonly now: () => number; readonly log: Log },
): Repetition {
  const look = async () => {
    await evaluateAlerts(db, new Date(now()));
    await sender.deliver();
  };
  return repeat(look, {
    everyMs: EVERY_MS,
    onTrouble: (error) => log.warn({ err: error }, 'alerts could not be looked at'),
  });
}
