/** Streams the result files of a linkage as CSV: the pairs with their parts, and the rows of each cluster. No cell of any file. */
import { Readable } from 'node:stream';
import { type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { clusterHeader, pairHeader } from '../../domain/linkage/linkage-csv';
import { type LinkageModel } from '../../domain/linkage/linkage-model';

/** Rows are named by file and line, as people see them in the file. */
const LINE_OF = (file: string, seq: string) => `(
  select source.line from dataset_row source
  where source.dataset_id = (run.settings->'files'->(${file} - 1)->>'datasetId')::uuid and source.seq = ${seq})`;

export async function copyPairsOut(client: ClientBase, runId: string): Promise<Readable> {
  const found = await client.query<{ model: LinkageModel }>(
    'select model from linkage_report where run_id = $1',
    [runId],
  );
  const model = found.rows[0]?.model;
  if (!model) throw new Error(`the run ${runId} has linked nothing`);
  const id = client.escapeLiteral(runId);
  const parts = model.comparisons.flatMap(({ levels }, at) => {
    const names = levels.map(({ name }) => client.escapeLiteral(name)).join(', ');
    return [`(array[${names}]::text[])[p.levels[${at + 1}]]`, `(p.units[${at + 1}] / 100.0)::numeric(12, 2)`];
  });
  const rows = client.query(
    copyTo(`copy (
      select p.left_file, ${LINE_OF('p.left_file', 'p.left_seq')}, p.right_file, ${LINE_OF('p.right_file', 'p.right_seq')},
        p.decision, (p.weight_units / 100.0)::numeric(12, 2),
        to_char(1 / (1 + power(2::float8, -p.weight_units / 100.0::float8)), 'FM0.000000000000'),
        (p.prior_units / 100.0)::numeric(12, 2), ${parts.join(', ')}
      from linked_pair p join run on run.id = p.run_id
      where p.run_id = ${id}::uuid order by p.no
    ) to stdout (format csv)`),
  );
  return Readable.from(withHeader(`${pairHeader(model)}\n`, rows));
}

/** Every row of every file in source order; a row that is linked to nobody is a cluster of one. */
export function copyClustersOut(client: ClientBase, runId: string): Readable {
  const id = client.escapeLiteral(runId);
  const rows = client.query(
    copyTo(`copy (
      with file as (
        select listed.no, (listed.file->>'datasetId')::uuid as dataset_id,
          case listed.no when 1 then 0 else dataset.accepted_rows end as rows_before
        from run join dataset on dataset.id = run.dataset_id,
          jsonb_array_elements(run.settings->'files') with ordinality as listed (file, no)
        where run.id = ${id}::uuid
      )
      select file.no, source.line, coalesce(linked.cluster, source.seq + file.rows_before),
        coalesce(linked.cluster_size, 1)
      from file join dataset_row source on source.dataset_id = file.dataset_id
      left join linked_row linked
        on linked.run_id = ${id}::uuid and linked.file = file.no and linked.seq = source.seq
      order by file.no, source.seq
    ) to stdout (format csv)`),
  );
  return Readable.from(withHeader(`${clusterHeader()}\n`, rows));
}

async function* withHeader(header: string, rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(header);
  yield* rows;
}
