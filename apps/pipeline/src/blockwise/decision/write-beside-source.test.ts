import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { csvSource } from '../../input/csv/csv-source.js';
import { readRows } from '../../input/read-table.js';
import { tableFormat } from '../../output/tables/table-format.js';
import { withTemporaryFolder } from '../../testing/temporary-folder.js';
import { writeBesideSource } from './write-beside-source.js';

describe('writeBesideSource', () => {
  it('keeps the order of rows whose columns stand in another order in some files', () =>
    withTemporaryFolder(async (folder) => {
      const rows = 130_000;
      const headers = [
        ['id', 'note'],
        ['note', 'id'],
        ['id', 'note'],
      ];
      const files = headers.map((header, part) => {
        const file = join(folder, `${part}.csv`);
        const lines = Array.from({ length: rows }, (_, i) =>
          header.map((column) => (column === 'id' ? part * rows + i : 'x')).join(','),
        );
        writeFileSync(file, [header.join(','), ...lines].join('\n'));
        return file;
      });
      const out = join(folder, 'out.parquet');
      const source = await csvSource(files, 'glob', undefined, [out]);
      const carried = source.columns.map(({ name, sql }) => ({
        name,
        sql: `input.${sql}`,
        kind: 'text' as const,
      }));
      const places = Float64Array.from({ length: files.length * rows }, (_, i) => i);
      const blocks = headers.map((_, part) => ({
        rows,
        columns: { place: places.subarray(part * rows, (part + 1) * rows) },
      }));
      await writeBesideSource(source, { name: 'found', blocks, carried }, tableFormat(out), out);
      source.connection.closeSync();
      const { columns } = await readRows(out);
      expect(Array.from(columns.id as string[], Number)).toEqual(Array.from(places));
      expect(Array.from(columns.place)).toEqual(Array.from(places));
    }));
});
