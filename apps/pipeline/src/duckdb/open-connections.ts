import type { DuckDBConnection } from '@duckdb/node-api';

const open = new Set<DuckDBConnection>();

/** Keeps a connection in mind until it is closed, so that what it does can be stopped. */
export function remembered(connection: DuckDBConnection): DuckDBConnection {
  const close = connection.closeSync.bind(connection);
  open.add(connection);
  connection.closeSync = () => {
    open.delete(connection);
    close();
  };
  return connection;
}

/**
 * Breaks off every query, and waits until those who asked have closed their connections, but no longer than `patience`
 * milliseconds: a process that ends while DuckDB waits for rows from JavaScript would never end.
 *
 * @param isBusy whether there may be more of them (default: while any connection is open).
 */
export async function stopQueries(patience: number, isBusy = () => open.size > 0): Promise<void> {
  for (let waited = 0; isBusy() && waited < patience; waited += 10) {
    for (const connection of open) connection.interrupt();
    await new Promise((later) => setTimeout(later, 10));
  }
}
