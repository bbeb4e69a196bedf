/** What each reporting day brought of a feed: its marks are reckoned over the last days, and not over its whole past. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class TallyFeeds1764000000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table feed_day (
        locality_code text not null,
        feed_code text not null,
        day date not null,
        offered integer not null,
        rejected integer not null,
        deduplicated integer not null,
        contradictory integer not null,
        constraint feed_day_pkey primary key (locality_code, feed_code, day),
        constraint feed_day_locality_code_feed_code_fkey foreign key (locality_code, feed_code) references ioc_feed
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table feed_day');
  }
}
