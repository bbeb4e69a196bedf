/** A source that the workers can ask, as its folder describes itself, how it is set up, and the health last seen. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
@Check('connector_health_check', `health in ('UNKNOWN', 'UP', 'DOWN')`)
@Check('connector_data_class_check', `data_class in ('PERSONAL', 'AGGREGATE', 'PUBLIC')`)
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

  @Column('text', { default: 'PERSONAL' })
  dataClass: 'PERSONAL' | 'AGGREGATE' | 'PUBLIC';

  @Column('jsonb', { default: {} })
  limits: {
    /** Hours until the source surely knows what happened; absent when it knows at once. */
    readonly settlesWithinHours?: number;
  };

  /** JSON Schema of the settings; a property that is a secret says `writeOnly`. */
  @Column('json', { default: {} })
  settingsSchema: object;

  /** What an administrator set, without the secrets; null until somebody did. */
  @Column('jsonb', { nullable: true })
  settings: object | null;

  @Column('bytea', { nullable: true })
  sealedSecrets: Buffer | null;

  /** Raised by every change of the settings, so that workers notice. */
  @Column('integer', { default: 0 })
  settingsVersion: number;

  /** Why the connector cannot be opened as it is set up; null when it can. */
  @Column('text', { nullable: true })
  settingsProblem: string | null;

  /** No worker asks the source before this time: it asked for patience, or does not answer. */
  @Column('timestamptz', { nullable: true })
  restingUntil: Date | null;

  @Column('text', { default: 'UNKNOWN' })
  health: 'UNKNOWN' | 'UP' | 'DOWN';

  /** The class of the last failure, as a code. */
  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  healthCheckedAt: Date | null;

  /** The last report of the conformance suite. */
  @Column('jsonb', { nullable: true })
  conformance: object | null;

  @Column('timestamptz', { nullable: true })
  conformanceAt: Date | null;
}
