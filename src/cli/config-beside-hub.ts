/** Reads the settings of a command that works beside a running hub: its simulator is found without any setting, as its gateway is. */
import { readConfig, type Config } from '../config';
import { findRunningHub } from './up/running-hub';

/** What the environment says goes first. @throws ConfigError */
export function readConfigBesideHub(): Config {
  const config = readConfig();
  const port = findRunningHub(config.dataDir)?.ports.simulator ?? null;
  return port === null ? config : readConfig(undefined, { SIMULATOR_PORT: String(port) });
}
