/** A source that the workers can ask, as its folder describes itself, with the health last seen. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
@Check('connector_health_check', `health in ('UNKNOWN', 'UP', 'DOWN')`)
export class Connector {
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  titleVi: string;

  @Column('text')
  titleEn: string;

  @Column('text', { array: true })
  capabilities: string[];

  @Column('boolean')
  simulated: boolean;

  @Column('text', { default: 'UNKNOWN' })
  health: 'UNKNOWN' | 'UP' | 'DOWN';

  /** The class of the last failure, as a code. */
  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  healthCheckedAt: Date | null;
}
