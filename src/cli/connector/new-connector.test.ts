/** A new connector's folder is whole, bears its id, and never replaces anything. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure';
import { newConnector } from './new-connector';

describe('newConnector', () => {
  const root = mkdtempSync(join(tmpdir(), 'hub06-scaffold-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('writes index, test and README, each for this id', () => {
    const files = newConnector('bhxh-tinh79', root);
    expect(files.map((file) => file.split('/').at(-1))).toEqual(['index.ts', 'index.test.ts', 'README.md']);
    for (const file of ['index.ts', 'index.test.ts', 'README.md']) {
      const text = readFileSync(join(root, 'bhxh-tinh79', file), 'utf8');
      expect(text).toContain('bhxh-tinh79');
      expect(text).not.toContain('CONNECTOR_ID');
    }
  });

  it('refuses an id that is taken or unfit, and a place without the sources', () => {
    expect(() => newConnector('bhxh-tinh79', root)).toThrow(Failure);
    for (const id of ['../escape', 'Ten', 'a--b', '']) expect(() => newConnector(id, root)).toThrow(Failure);
    expect(() => newConnector('khac', join(root, 'nowhere'))).toThrow(Failure);
  });
});
