/** What belongs to given runs: the lines of their timelines and the files they offer. */
import { type DataSource } from 'typeorm';

export interface RunEventRow {
  readonly runId: string;
  readonly at: Date;
  readonly event: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface ArtifactRow {
  readonly id: string;
  readonly runId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A run that was taken over and split many times has a long timeline; its beginning and its end tell the story. */
const LONGEST_TIMELINE = 200;

export function listRunEvents(db: DataSource, runIds: readonly string[]): Promise<RunEventRow[]> {
  return db.query(
    `select run_id as "runId", at, event, detail from (
       select e.*, row_number() over (partition by run_id order by id) as from_start,
         row_number() over (partition by run_id order by id desc) as from_end
       from run_event e where run_id = any($1::uuid[])
     ) numbered
     where from_start <= $2 / 2 or from_end <= $2 / 2 order by run_id, id`,
    [runIds, LONGEST_TIMELINE],
  );
}

export function listRunArtifacts(db: DataSource, runIds: readonly string[]): Promise<ArtifactRow[]> {
  return db.query(
    `select id, run_id as "runId", name, bytes::float8 as bytes, sha256 from artifact
     where run_id = any($1::uuid[]) order by run_id, name`,
    [runIds],
  );
}
