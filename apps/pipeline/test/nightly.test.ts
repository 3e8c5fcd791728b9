import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { plainText, program } from './clv.js';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.js';

const programs = postgresPrograms();
if (!programs) process.stderr.write('skipped: no PostgreSQL server is installed here (set PG_BIN)\n');

const example = join(process.cwd(), '../../examples/postgres');

(programs ? describe : describe.skip)('examples/postgres', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs!);
    await server.query(readFileSync(join(example, 'customers.sql'), 'utf8'));
  });
  afterAll(() => server?.stop());

  /** Calls nightly.sh as a scheduler would, with `clv` on the path. */
  const night = (folder: string, date: string) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const bin = join(folder, 'bin');
      mkdirSync(bin, { recursive: true });
      writeFileSync(join(bin, 'clv'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
      chmodSync(join(bin, 'clv'), 0o755);
      const env = {
        ...plainText,
        ...{ PATH: `${bin}:${process.env.PATH}`, PGHOST: '127.0.0.1', PGUSER: 'clv', PGDATABASE: 'postgres' },
        ...{ PGPORT: String(server.port), PGPASSWORD: server.password },
      };
      execFile(join(example, 'nightly.sh'), [date], { cwd: folder, env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
      );
    });

  const decisions = () =>
    server.query('SELECT run_id, count(*)::int AS customers FROM retention.decisions GROUP BY 1 ORDER BY 1');

  it('decides each night, again where it is repeated, and tells no secret anywhere (row 23)', () =>
    withTemporaryFolder(async (folder) => {
      const first = await night(folder, '2026-01-30');
      expect(first).toEqual({ code: 0, said: '' });
      expect(await decisions()).toEqual([{ run_id: '2026-01-30', customers: 100 }]);

      await server.query("UPDATE crm.customers SET monthly_charges = -1 WHERE customer_id = 'C-7'");
      const second = await night(folder, '2026-01-31');
      expect([0, 3]).toContain(second.code);
      const third = await night(folder, '2026-01-31');
      expect(await decisions()).toEqual([
        { run_id: '2026-01-30', customers: 100 },
        { run_id: '2026-01-31', customers: 100 },
      ]);
      const rejects = readFileSync(join(folder, 'runs', '2026-01-31-rejects.csv'), 'utf8');
      expect(rejects).toContain('negative');
      const run = JSON.parse(readFileSync(join(folder, 'runs', '2026-01-31', 'run.json'), 'utf8'));
      expect(run).toMatchObject({ run_id: '2026-01-31', input: { read: 500, rows: 499, rejected: 1 } });

      const written = readdirSync(join(folder, 'runs'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
      for (const secret of [server.password, encodeURIComponent(server.password)])
        for (const text of [...written, first.said, second.said, third.said])
          expect(text).not.toContain(secret);
      expect(written.join('')).toContain('${PGPASSWORD}');
    }));

  it('leaves the table as it was when the job fails', () =>
    withTemporaryFolder(async (folder) => {
      const before = await decisions();
      await server.query('ALTER TABLE crm.customers RENAME COLUMN monthly_charges TO charges');
      const { code, said } = await night(folder, '2026-02-01');
      expect({ code, said }).toEqual({
        code: 1,
        said: expect.stringContaining('unknown column: monthly_charges'),
      });
      expect(await decisions()).toEqual(before);
    }));
});
