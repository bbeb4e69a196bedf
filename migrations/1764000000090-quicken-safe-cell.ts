/** Decides by the first sign alone whether a cell begins like a formula: an export asks it of every cell of every row. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** = + - @ tab, carriage return, and the four signs in full width: the list of `safeCell`. */
const FORMULA_SIGNS = [0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0d, 0xff1d, 0xff0b, 0xff0d, 0xff20];

export class QuickenSafeCell1764000000090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function safe_cell(cell text) returns text language sql immutable parallel safe return
        case when ascii(cell) in (${FORMULA_SIGNS.join(', ')}) then '''' || cell else cell end;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function safe_cell(cell text) returns text language sql immutable parallel safe return
        case when cell ~ E'^[=+\\\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]' then '''' || cell else cell end;
    `);
  }
}
