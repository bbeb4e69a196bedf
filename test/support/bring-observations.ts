/** Brings observations into a test's gateway as a person does: a CSV file, uploaded and imported. */
import { readOperation } from './example-operation';
import { type TestGateway } from './gateway';
import { sendFile } from './send-file';

const HEADER = 'indicator,locality,period,observed_at,numerator,denominator,value,simulated';

/** Gives the answer of the import. */
export async function bringObservations(
  gateway: TestGateway,
  rows: readonly string[],
  { key = gateway.keys.operator, dryRun = false }: { key?: string; dryRun?: boolean } = {},
) {
  const bytes = [HEADER, ...rows].join('\n');
  const uploadId = await sendFile(gateway, key, { name: 'chi-so.csv', bytes });
  const { data, errors } = await gateway.ask(
    readOperation('import-observations'),
    { uploadId, dryRun },
    { key },
  );
  expect(errors).toEqual([]);
  return data.importObservations;
}
