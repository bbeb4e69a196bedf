/** What one reporting day brought of a feed, good and bad. */
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { IocFeed } from './ioc-feed.entity';

@Entity()
export class FeedDay {
  @PrimaryColumn('text')
  localityCode: string;

  @PrimaryColumn('text')
  feedCode: string;

  /** The day on which the records came in. */
  @PrimaryColumn('date')
  day: string;

  @Column('integer')
  offered: number;

  @Column('integer')
  rejected: number;

  @Column('integer')
  deduplicated: number;

  @Column('integer')
  contradictory: number;

  @ManyToOne(() => IocFeed)
  @JoinColumn([
    { name: 'locality_code', referencedColumnName: 'localityCode' },
    { name: 'feed_code', referencedColumnName: 'feedCode' },
  ])
  feed: Relation<IocFeed>;
}
