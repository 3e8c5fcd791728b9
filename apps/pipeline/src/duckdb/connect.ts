import type { DuckDBConnection } from '@duckdb/node-api';

import { remembered } from './open-connections.js';
import { literally, quotedText } from './sql-text.js';
import { duckDbApi } from './load.js';

/**
 * A DuckDB in memory that may touch the named files and nothing else, and fetches no extensions. It writes moments in UTC,
 * so that the same input gives the same bytes on every machine.
 */
export async function connectTo(files: readonly string[]): Promise<DuckDBConnection> {
  const { DuckDBInstance } = duckDbApi();
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = remembered(await instance.connect());
  const names = new Set(files.flatMap((file) => [file, literally(file)]));
  await connection.run(`SET allowed_paths = [${[...names].map(quotedText).join(', ')}]`);
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run('SET enable_external_access = false');
  return connection;
}
