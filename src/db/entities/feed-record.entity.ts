/** A record of a feed under the receiver's key: its newest version only, whichever way it came in. */
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { IocFeed } from './ioc-feed.entity';

@Entity()
@Index('feed_record_day_idx', ['localityCode', 'feedCode', 'reportingDay'])
@Check('feed_record_delivery_check', `delivery in ('SYNC', 'PUSH')`)
export class FeedRecord {
  @PrimaryColumn('text')
  localityCode: string;

  @PrimaryColumn('text')
  feedCode: string;

  @PrimaryColumn('text')
  receiverKey: string;

  @Column('integer')
  version: number;

  @Column('date')
  reportingDay: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('double precision')
  numerator: number;

  @Column('double precision', { nullable: true })
  denominator: number | null;

  @Column('text')
  delivery: 'SYNC' | 'PUSH';

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  receivedAt: Date;

  @ManyToOne(() => IocFeed)
  @JoinColumn([
    { name: 'locality_code', referencedColumnName: 'localityCode' },
    { name: 'feed_code', referencedColumnName: 'feedCode' },
  ])
  feed: Relation<IocFeed>;
}
