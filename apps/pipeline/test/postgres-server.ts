import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

/** A PostgreSQL server of one's own, on a free port and in a folder that goes with it. */
export interface PostgresServer {
  /** `postgres://clv:…@127.0.0.1:PORT/postgres` */
  url: string;
  port: number;
  password: string;
  query(sql: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Where the server's programs are, if they are on this machine. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...(process.env.PG_BIN ? [process.env.PG_BIN] : []),
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')),
    '/usr/local/pgsql/bin',
    '/opt/homebrew/bin',
    '/usr/bin',
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'clv-postgres-'));
  const password = 'p@ss/w:rd canary-7f3a';
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  // The server refuses to run as root.
  const owner = process.getuid?.() === 0 ? unprivileged() : undefined;
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'clv',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-sync',
      '--locale=C',
      '-E',
      'UTF8',
    ],
    { ...owner, cwd: folder, stdio: 'pipe' },
  );
  const start = (port: number) =>
    spawn(
      join(programs, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        `unix_socket_directories=${folder}`,
        '-c',
        'fsync=off',
      ],
      { ...owner, cwd: folder, stdio: 'ignore' },
    );
  // Through its own folder: behind a port there may be another's.
  const login = { host: folder, user: 'clv', password, database: 'postgres' };
  const { server, client, port } = await started(start, login);
  return {
    url: `postgres://clv:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    port,
    password,
    query: async (sql) => (await client.query(sql)).rows,
    stop: async () => {
      await client.end();
      const gone = new Promise((exited) => server.once('exit', exited));
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { uid: number; gid: number } {
  for (const user of ['postgres', 'nobody'])
    try {
      const id = (kind: string) =>
        Number(execFileSync('id', [kind, user], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user here; the next one may be.
    }
  throw new Error('no user to run PostgreSQL as');
}

const freePort = () =>
  new Promise<number>((found) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listener.address() as { port: number };
      listener.close(() => found(port));
    });
  });

/** Another process may take a port before the server has it: that ends then, and is started on another. */
async function started(start: (port: number) => ChildProcess, login: pg.ClientConfig) {
  for (let tries = 0; tries < 10; tries++) {
    const port = await freePort();
    const server = start(port);
    const client = await connected({ ...login, port }, server);
    if (client) return { server, client, port };
  }
  throw new Error('PostgreSQL did not start');
}

/** Undefined where the server has ended. */
async function connected(login: pg.ClientConfig, server: ChildProcess): Promise<pg.Client | undefined> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client(login);
    try {
      await client.connect();
      return client;
    } catch {
      await new Promise((waited) => setTimeout(waited, 100));
    }
  }
  return undefined;
}
