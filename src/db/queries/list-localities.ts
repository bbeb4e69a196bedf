/** The localities of a division, those that went into given ones, and those that given ones went into. */
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

/** The nation first, then the provinces by code: of the present division, or of the one in force on `asOf`. */
export function listLocalities(db: DataSource, asOf: string | null = null): Promise<LocalityRow[]> {
  return db.query(
    `select ${COLUMNS} from locality l
     where case when $1::date is null then l.scheme <> 'VN63'
       else l.valid_from <= $1 and (l.valid_to is null or l.valid_to >= $1) end
     order by l.level, l.code`,
    [asOf],
  );
}

export function listLocalitiesByCode(db: DataSource, codes: readonly string[]): Promise<LocalityRow[]> {
  return db.query(`select ${COLUMNS} from locality l where l.code = any($1::text[])`, [codes]);
}

export function listSuccessors(
  db: DataSource,
  codes: readonly string[],
): Promise<(LocalityRow & { predecessorCode: string })[]> {
  return db.query(
    `select s.predecessor_code as "predecessorCode", ${COLUMNS}
     from locality_lineage s join locality l on l.code = s.successor_code
     where s.predecessor_code = any($1::text[]) order by l.code`,
    [codes],
  );
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
