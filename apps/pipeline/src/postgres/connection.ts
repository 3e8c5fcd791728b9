import { ClvError } from '@clv/contracts';
import type { Client } from 'pg';

import { refusal } from '../faults/refusal.js';
import type { PostgresAddress } from './address.js';

/** A database would not be reached or broke off: the machine's fault, not the user's input's. */
export class DatabaseError extends ClvError {
  constructor(name: string, cause: Error) {
    super('DATABASE_FAILED', `${name}: ${told(cause)}`, { path: name, cause });
  }
}

/** Connects for as long as `use` needs it; what the database says against it becomes an error of ours. */
export async function withClient<T>(
  { client: config, name }: PostgresAddress,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(config);
  // A connection that breaks between two queries would end the process; the next query tells of it.
  client.on('error', () => {});
  try {
    await client.connect();
    return await use(client);
  } catch (cause) {
    throw cause instanceof ClvError ? cause : failure(name, cause as Error & { code?: string });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Classes of SQLSTATE in which the asked is wrong, not the server: syntax and access, data, authorisation, no such database. */
const askersFault = /^(42|22|28|3D|3F|23)[0-9A-Z]{3}$/;

const failure = (name: string, cause: Error & { code?: string }) =>
  askersFault.test(cause.code ?? '')
    ? refusal('refused-by-database', name, `${name}: ${told(cause)}`)
    : new DatabaseError(name, cause);

/** A failed connection to each of several addresses of a host has no message of its own. */
const told = (cause: Error & { code?: string; errors?: readonly Error[] }) =>
  cause.message || cause.errors?.[0]?.message || cause.code || 'it failed';
