/** The units that may be held responsible. */
import { type DataSource } from 'typeorm';
import { type AgencyKind } from '../../domain/agency';

export interface AgencyRow {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly kind: AgencyKind;
  readonly localityCode: string | null;
}

const COLUMNS = `code, json_build_object('vi', name_vi, 'en', name_en) as name, kind, locality_code as "localityCode"`;

/** Of one locality, or with null all: the national ones first. */
export function listAgencies(db: DataSource, localityCode: string | null): Promise<AgencyRow[]> {
  return db.query(
    `select ${COLUMNS} from agency where $1::text is null or locality_code = $1
     order by locality_code nulls first, code`,
    [localityCode],
  );
}

export function listAgenciesByCode(db: DataSource, codes: readonly string[]): Promise<AgencyRow[]> {
  return db.query(`select ${COLUMNS} from agency where code = any($1::text[])`, [codes]);
}
