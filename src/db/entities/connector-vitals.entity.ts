/** How one worker finds a source: its breaker, and what its last calls took. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Connector } from './connector.entity';

@Entity()
@Check('connector_vitals_breaker_check', `breaker in ('CLOSED', 'HALF_OPEN', 'OPEN')`)
export class ConnectorVitals {
  @PrimaryColumn('text')
  connectorKey: string;

  @PrimaryColumn('text')
  workerId: string;

  @Column('text')
  breaker: 'CLOSED' | 'HALF_OPEN' | 'OPEN';

  @Column('integer')
  calls: number;

  @Column('integer')
  failures: number;

  @Column('integer')
  retries: number;

  @Column('double precision', { name: 'p50_ms', nullable: true })
  p50Ms: number | null;

  @Column('double precision', { name: 'p95_ms', nullable: true })
  p95Ms: number | null;

  @Column('double precision', { name: 'p99_ms', nullable: true })
  p99Ms: number | null;

  /** Calls that the source still allows, where it says so. */
  @Column('integer', { nullable: true })
  quotaLeft: number | null;

  /** The class of the last failure that no later success made good, as a code. */
  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  seenAt: Date;

  @ManyToOne(() => Connector, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'connector_key' })
  connector: Relation<Connector>;
}
