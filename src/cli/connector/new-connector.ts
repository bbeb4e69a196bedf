/** Writes a new connector's folder: small, working and tested, for somebody to make it speak their source's words. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../project-root';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { INDEX_TEMPLATE, README_TEMPLATE, TEST_TEMPLATE } from './connector-templates';

const FILES = {
  'index.ts': INDEX_TEMPLATE,
  'index.test.ts': TEST_TEMPLATE,
  'README.md': README_TEMPLATE,
} as const;

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The paths of the files written, below the project. @throws Failure when the id is unfit or taken. */
export function newConnector(id: string, root = join(PROJECT_ROOT, 'workers', 'connectors')): string[] {
  if (!ID.test(id) || id.length > 40) {
    throw new Failure(ExitCode.USAGE, {
      vi: `Mã "${id}" không hợp lệ: chỉ dùng chữ thường, chữ số và dấu gạch nối, tối đa 40 ký tự.`,
      en: `The id "${id}" does not do: small letters, digits and hyphens only, 40 at most.`,
    });
  }
  if (!existsSync(root)) {
    throw new Failure(ExitCode.FAILED, {
      vi: 'Không thấy thư mục workers/connectors: lệnh này chạy trong mã nguồn của hub.',
      en: 'There is no folder workers/connectors: this command works in the sources of the hub.',
    });
  }
  const folder = join(root, id);
  if (existsSync(folder)) {
    throw new Failure(ExitCode.TAKEN, {
      vi: `Đã có kết nối "${id}"; không ghi đè.`,
      en: `There is a connector "${id}" already; nothing was written.`,
    });
  }
  mkdirSync(folder);
  return Object.entries(FILES).map(([name, template]) => {
    writeFileSync(join(folder, name), template.replaceAll('CONNECTOR_ID', id), { flag: 'wx' });
    return join('workers', 'connectors', id, name);
  });
}
