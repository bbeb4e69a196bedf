/** What a processor is: work on a chunk outside any transaction, and a settlement that writes its result in one. */
import { type DataSource } from 'typeorm';
import { type Log } from '../../src/log';
import { type Claim } from '../../src/services/runs/claim-chunk';
import { type GivenBack } from '../../src/services/runs/give-back-chunk';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import {
  type AggregateSource,
  type Connector,
  type ConnectorSpec,
  type NodeSource,
} from '../connectors/contract';

export interface WorkContext {
  readonly db: DataSource;
  readonly log: Log;
  /** Aborted when the lease is lost or the worker shuts down. */
  readonly signal: AbortSignal;
  /** What may be stored of a person of the register in place of the number. */
  candidateToken(number: string): string;
  /** Epoch milliseconds; the machine's clock, unless a test drives the time. */
  now(): number;
  /** Tells what of the chunk is done when it cannot be ended: it is kept with the giving back. */
  keep(write: NonNullable<GivenBack['keep']>): void;
  /** Has every method; @throws ConnectorUnusable when no such connector is installed, or it lacks what is called. */
  getConnector(key: string): {
    readonly spec: ConnectorSpec;
    readonly connector: Connector & AggregateSource & NodeSource;
  };
}

export type Processor = (claim: Claim, context: WorkContext) => Promise<Settlement>;
