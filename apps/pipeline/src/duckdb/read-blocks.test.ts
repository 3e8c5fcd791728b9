import { planFaithfully } from '../input/plan-columns.js';
import { connectTo } from './connect.js';
import { type ReadColumn, readBlocks } from './read-blocks.js';

const columns = ['a', 'b', 'c'].map((name) => ({ name, sql: name }));

/** A connection that remembers what it was asked. */
async function listening(table: string) {
  const connection = await connectTo([]);
  await connection.run(`CREATE TABLE input AS ${table}`);
  const asked: string[] = [];
  const stream = connection.stream.bind(connection);
  connection.stream = (sql, ...others) => {
    asked.push(sql);
    return stream(sql, ...others);
  };
  return { connection, asked };
}

describe('readBlocks', () => {
  it.each<ReadColumn['read']>(['faithful-number', { fewTexts: ['1', '2'] }])(
    'asks for each cell once, read as %j, as SQL would look for what is alike in the square of the columns',
    async (read) => {
      const { connection, asked } = await listening("SELECT '1' AS a, 'x' AS b, NULL::VARCHAR AS c");
      const plan = columns.map((column) => ({ ...column, read }));
      for await (const { rows } of readBlocks(connection, 'input', plan)) expect(rows).toBe(1);
      connection.closeSync();
      expect(asked[0].match(/regexp_full_match|ENUM\(/g)).toHaveLength(columns.length);
    },
  );

  it('gives back as many rows as a block has, whatever DuckDB hands over at once', async () => {
    const { connection } = await listening(
      "SELECT i::VARCHAR AS a, 'x' || i AS b, CASE WHEN i % 3 = 0 THEN 'odd' ELSE i::VARCHAR END AS c FROM range(10000) of(i)",
    );
    const source = { name: 'input', connection, relation: 'input', columns };
    const found: unknown[][] = [[], [], []];
    const lengths: number[] = [];
    for await (const block of readBlocks(connection, 'input', await planFaithfully(source), 4096)) {
      lengths.push(block.rows);
      columns.forEach(({ name }, i) => found[i].push(...Array.from(block.columns[name])));
    }
    connection.closeSync();
    expect(lengths).toEqual([4096, 4096, 1808]);
    const rows = Array.from({ length: 10_000 }, (_, i) => i);
    expect(found).toEqual([rows, rows.map((i) => `x${i}`), rows.map((i) => (i % 3 === 0 ? 'odd' : i))]);
  });
});
