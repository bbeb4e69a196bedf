/** A feed that the IOC of a province owes the hub: what came in so far, how good it was, and where reading goes on. */
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Locality } from './locality.entity';

@Entity()
@Check('ioc_feed_counts_check', `offered = accepted + rejected and deduplicated <= accepted`)
export class IocFeed {
  @PrimaryColumn('text')
  localityCode: string;

  @PrimaryColumn('text')
  feedCode: string;

  /** Records since the beginning; those known already, or outdated, are `deduplicated` among the accepted. */
  @Column('integer', { default: 0 })
  offered: number;

  @Column('integer', { default: 0 })
  accepted: number;

  @Column('integer', { default: 0 })
  rejected: number;

  @Column('integer', { default: 0 })
  deduplicated: number;

  /** The field's five marks of good data, each from 0 to 1: đúng, đủ, sạch, sống, thống nhất. */
  @Column('double precision', { nullable: true })
  correct: number | null;

  @Column('double precision', { nullable: true })
  complete: number | null;

  @Column('double precision', { nullable: true })
  clean: number | null;

  @Column('double precision', { nullable: true })
  live: number | null;

  @Column('double precision', { nullable: true })
  consistent: number | null;

  @Column('integer', { nullable: true })
  expectedPerDay: number | null;

  /** The highest version of a record seen; and when the newest record was issued by the province. */
  @Column('integer', { nullable: true })
  lastVersion: number | null;

  @Column('timestamptz', { nullable: true })
  lastRecordAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastReceivedAt: Date | null;

  /** Where the next reading begins, in the source's words. */
  @Column('text', { nullable: true })
  cursor: string | null;

  @Column('text', { nullable: true })
  lastError: string | null;

  @ManyToOne(() => Locality)
  @JoinColumn({ name: 'locality_code' })
  locality: Relation<Locality>;
}
