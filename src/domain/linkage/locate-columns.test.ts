/** Checks how columns of a model are found among headers. */
import { type LinkageModel } from './linkage-model';
import { locateColumns } from './locate-columns';

const MODEL = {
  columns: { name: ['Họ và tên', 'Full name'], code: [] },
  fields: [
    { name: 'name', from: ['name'], reader: 'text' },
    { name: 'code', from: ['code'], reader: 'text' },
  ],
  blocking: [{ name: 'both', key: ['name:prefix(3)', 'code'] }],
} as unknown as LinkageModel;

describe('locateColumns', () => {
  it.each([
    [['Code', 'HỌ VÀ TÊN'], {}, { name: 1, code: 0 }],
    [['full_name', 'code', 'Họ và tên'], {}, { name: 2, code: 1 }],
    [['A', 'B'], { name: 'B', code: 'A' }, { name: 1, code: 0 }],
    [['name'], {}, { problem: 'NO_KEY_COLUMN', column: 'name:prefix(3)+code' }],
    [['name', 'Name', 'code'], { name: 'NAME' }, { problem: 'DUPLICATE_COLUMN', column: 'name' }],
    [['name', 'code'], { name: 'Tên' }, { problem: 'COLUMN_NOT_FOUND', column: 'Tên' }],
    [['name', 'code'], { nmae: 'name' }, { problem: 'UNKNOWN_MODEL_COLUMN', column: 'nmae' }],
  ])('%j with %j', (headers, explicit, expected) => {
    expect(locateColumns(MODEL, headers, explicit as Record<string, string>)).toEqual(expected);
  });
});
