/** After the integration suite: nothing that it started is left running, no file that it made is left lying. */
import { rmSync } from 'node:fs';
import { services } from './services';

export default async function stopServices(): Promise<void> {
  services.redis?.kill('SIGKILL');
  await services.stopPostgres?.();
  if (services.folder) rmSync(services.folder, { recursive: true, force: true });
}
