import { connectTo } from '../duckdb/connect.js';
import { csvSelect } from './csv-select.js';

describe('csvSelect', () => {
  it('keeps the rows in order, of however many threads they come', async () => {
    const connection = await connectTo([]);
    await connection.run(
      "CREATE TABLE long AS SELECT 'K' || lpad(i::VARCHAR, 7, '0') AS id, '-' || i AS change FROM range(1000000) of(i)",
    );
    const select = csvSelect(
      'long',
      new Map([
        ['id', 'text'],
        ['change', 'text'],
      ]),
    );
    await connection.run('SET threads = 4');
    await connection.run(`CREATE TABLE shown AS ${select}`);
    const reader = await connection.runAndReadAll(
      'SELECT count(*) FROM (SELECT id, lag(id) OVER (ORDER BY rowid) AS before FROM shown) WHERE before > id',
    );
    connection.closeSync();
    expect(Number(reader.getRows()[0][0])).toBe(0);
  });
});
