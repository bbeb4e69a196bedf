/** The localities of the present division, or those that went into given ones. */
import { type DataSource } from 'typeorm';

export interface LocalityRow {
  readonly id: string;
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly level: 'NATION' | 'PROVINCE';
  readonly validFrom: string;
  readonly validTo: string | null;
}

const COLUMNS = `l.code as id, l.code, json_build_object('vi', l.name_vi, 'en', l.name_en) as name, l.level,
  l.valid_from::text as "validFrom", l.valid_to::text as "validTo"`;

/** The nation first, then the provinces by code. */
export function listLocalities(db: DataSource): Promise<LocalityRow[]> {
  return db.query(`select ${COLUMNS} from locality l where l.scheme <> 'VN63' order by l.level, l.code`);
}

export function listLocalitiesByCode(db: DataSource, codes: readonly string[]): Promise<LocalityRow[]> {
  return db.query(`select ${COLUMNS} from locality l where l.code = any($1::text[])`, [codes]);
}

export function listPredecessors(
  db: DataSource,
  codes: readonly string[],
): Promise<(LocalityRow & { successorCode: string })[]> {
  return db.query(
    `select s.successor_code as "successorCode", ${COLUMNS}
     from locality_lineage s join locality l on l.code = s.predecessor_code
     where s.successor_code = any($1::text[]) order by l.code`,
    [codes],
  );
}
