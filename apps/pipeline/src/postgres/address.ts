import type { ClientConfig } from 'pg';

import { refusal } from '../faults/refusal.js';

/** Where a table of a PostgreSQL database is. */
export interface PostgresAddress {
  /** What to call it in messages; holds no password. */
  name: string;
  client: ClientConfig;
  /** `schema.table` or `table`. */
  table?: string;
  /** A query to read in place of a table. */
  query?: string;
}

/**
 * Reads `postgres://user@host:port/database/table`, or `…/database?table=schema.table`, or `…/database?query=select …`. What
 * it leaves out comes from the usual variables (PGHOST, PGPASSWORD and so on); `sslmode` is passed on.
 *
 * @param name what to call it in messages, without its password.
 */
export function postgresAddress(address: string, name: string): PostgresAddress {
  const url = parsed(address, name);
  const [database, ...table] = url.pathname.split('/').slice(1).map(decodeURIComponent);
  const { searchParams: said } = url;
  const strange = [...said.keys()].filter((key) => !['table', 'query', 'sslmode', 'password'].includes(key));
  if (strange.length > 0 || table.length > 1)
    throw refusal(
      'bad-address',
      name,
      `${name}: after the database comes /TABLE, ?table=SCHEMA.TABLE or ?query=SQL, and sslmode if need be`,
    );
  return {
    name,
    table: said.get('table') ?? (table[0] || undefined),
    query: said.get('query') ?? undefined,
    client: {
      host: url.hostname === '' ? undefined : decodeURIComponent(url.hostname),
      port: url.port === '' ? undefined : Number(url.port),
      user: decodeURIComponent(url.username) || undefined,
      password: decodeURIComponent(url.password) || (said.get('password') ?? undefined),
      database: database || undefined,
      ssl: sslOf(said.get('sslmode'), name),
      application_name: 'clv',
      connectionTimeoutMillis: 30_000,
    },
  };
}

function parsed(address: string, name: string): URL {
  try {
    return new URL(address);
  } catch {
    // The parser's own error quotes the address, password and all.
    throw refusal(
      'bad-address',
      name,
      `${name} is not an address; write postgres://user@host:5432/database/table`,
    );
  }
}

function sslOf(mode: string | null, name: string): ClientConfig['ssl'] {
  if (mode === null || mode === 'disable') return undefined;
  if (mode === 'require') return { rejectUnauthorized: false };
  if (mode === 'verify-full') return true;
  throw refusal('bad-address', name, `${name}: sslmode is disable, require or verify-full: ${mode}`);
}
