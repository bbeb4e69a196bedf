/** What the integration suite started and must stop again; shared by global set-up and tear-down. */
import { type ChildProcess } from 'node:child_process';

export const services: {
  folder?: string;
  stopPostgres?: () => Promise<void>;
  redis?: ChildProcess;
} = {};
