// Puts the one-file bundle, the Node that runs it, DuckDB's native code, ml-xgboost, which finds its WebAssembly by its place,
// and what clv_spark.py starts into one archive for Spark's --archives: executors need nothing installed. It is of this platform.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const home = join(import.meta.dirname, '..');
const engine = join(home, 'generated', 'clv-engine');
const archive = `${engine}.tar.gz`;
const require = createRequire(import.meta.url);

mkdirSync(join(engine, 'bin'), { recursive: true });
rmSync(join(engine, 'python'), { recursive: true, force: true });
cpSync(join(import.meta.dirname, 'clv_job'), join(engine, 'python', 'clv_job'), {
  recursive: true,
  filter: (path) => !path.endsWith('__pycache__'),
});
cpSync(process.execPath, join(engine, 'bin', 'node'));
cpSync(join(home, 'package.json'), join(engine, 'package.json'));
const duckdb = dirname(dirname(require.resolve('@duckdb/node-api/package.json')));
for (const name of ['node-api', 'node-bindings', `node-bindings-${process.platform}-${process.arch}`])
  cpSync(join(duckdb, name), join(engine, 'node_modules', '@duckdb', name), { recursive: true });
cpSync(dirname(require.resolve('ml-xgboost/package.json')), join(engine, 'node_modules', 'ml-xgboost'), {
  recursive: true,
});
execFileSync('tar', ['-czf', archive, '-C', engine, '.']);
process.stdout.write(`${archive}: ${(statSync(archive).size / 2 ** 20).toFixed(0)} MB\n`);
