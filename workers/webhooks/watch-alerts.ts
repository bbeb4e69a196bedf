/** Looks from time to time at what alert rules watch, and sends what webhooks are to be told. */
import { type DataSource } from 'typeorm';
import { type Log } from '../../src/log';
import { evaluateAlerts } from '../../src/services/alerts/evaluate-alerts';
import { type WebhookSender } from './deliver';

const EVERY_MS = 2_500;

export interface AlertWatch {
  stop(): Promise<void>;
}

/** Any number of workers may do it at once: the look is one at a time, and a delivery is taken by one. */
export function watchAlerts(
  db: DataSource,
  sender: WebhookSender,
  { now, log }: { readonly now: () => number; readonly log: Log },
): AlertWatch {
  let busy = false;
  let round: Promise<void> = Promise.resolve();
  const look = async () => {
    await evaluateAlerts(db, new Date(now()));
    await sender.deliver();
  };
  const start = () => {
    if (busy) return;
    busy = true;
    round = look()
      .catch((error: unknown) => log.warn({ err: error }, 'alerts could not be looked at'))
      .finally(() => (busy = false));
  };
  const timer = setInterval(start, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
      await sender.close();
    },
  };
}
