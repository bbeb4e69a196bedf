/** When a verification asks by itself about those it did not find: the source may learn of them until a date. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AwaitSettling1764000000120 implements MigrationInterface {
  name = 'AwaitSettling1764000000120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table run add column retry_at timestamptz`);
    await queryRunner.query(`create index run_retry_idx on run (retry_at) where retry_at is not null`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop index run_retry_idx`);
    await queryRunner.query(`alter table run drop column retry_at`);
  }
}
