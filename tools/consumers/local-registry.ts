import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rooms, root } from '../house/rooms.js';

/** A registry on this machine that holds the `@clv` packages and nothing else. */
export interface LocalRegistry {
  /** Makes a folder whose npm takes `@clv` packages from here, and all others from where npm always does. */
  newProject(name: string, manifest: object): string;
  close(): void;
}

const npm = (folder: string, ...args: string[]) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** False where the server has ended: another process has its port, for one. */
async function answers(server: ChildProcess, url: string): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const answered = await fetch(`${url}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return true;
    await wait(100);
  }
  return false;
}

/** Another process may take a port before the server has it. */
async function startServer(home: string) {
  for (let tries = 0; tries < 10; tries++) {
    const at = `127.0.0.1:${await freePort()}`;
    const program = ['node_modules/verdaccio/bin/verdaccio', '--config', 'config.yaml', '--listen', at];
    const server = spawn(process.execPath, program, { cwd: home, stdio: 'ignore' });
    if (await answers(server, `http://${at}/`)) return { server, at };
  }
  throw new Error('the local registry did not start');
}

const configuration = {
  storage: './storage',
  packages: { '@clv/*': { access: '$all', publish: '$all' } },
  log: { type: 'stdout', level: 'error' },
  max_body_size: '100mb',
};

/** Starts a registry in a folder and publishes every package to it, as its tarball is packed for the world. */
export async function publishAll(folder: string): Promise<LocalRegistry> {
  const home = join(folder, 'registry');
  mkdirSync(home, { recursive: true });
  copyFileSync(join(root, 'tools/consumers/registry.package.json'), join(home, 'package.json'));
  npm(home, 'install', '--ignore-scripts');
  writeFileSync(join(home, 'config.yaml'), JSON.stringify(configuration)); // JSON is YAML

  const { server, at } = await startServer(home);
  const url = `http://${at}/`;
  const npmrc = `@clv:registry=${url}\n//${at}/:_authToken=anyone\n`;
  try {
    writeFileSync(join(home, '.npmrc'), npmrc);
    for (const room of rooms)
      npm(home, 'publish', join(root, room.folder), '--registry', url, '--ignore-scripts');
  } catch (error) {
    server.kill();
    throw error;
  }
  return {
    newProject(name, manifest) {
      const project = join(folder, name);
      mkdirSync(project, { recursive: true });
      writeFileSync(join(project, '.npmrc'), npmrc);
      writeFileSync(join(project, 'package.json'), JSON.stringify({ name, private: true, ...manifest }));
      npm(project, 'install', '--ignore-scripts', '--prefer-offline');
      return project;
    },
    close: () => server.kill(),
  };
}

/** The version of a development tool that a room of this repository uses: consumers are tested with the same. */
export function versionOf(tool: string, usedBy = 'package.json'): string {
  const manifest = createRequire(join(root, usedBy)).resolve(`${tool}/package.json`);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
