import { type FileHandle, open } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { lookup } from 'mrmime';

import { regularFiles } from './regular-files.js';

/** A dashboard being served; `close` ends it. */
export interface ServedRun {
  url: string;
  close(): Promise<void>;
}

/** Nothing is let in from anywhere but here, and nothing that stands inside the page's own markup. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The report is one file that holds its own style, and no script at all. */
const reportPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the dashboard over a run folder, on 127.0.0.1 only; port 0 takes any that is free. */
export async function serveRun(runFolder: string, port: number): Promise<ServedRun> {
  const site = await regularFiles(dashboardSite());
  const server = createServer(async (request, response) => {
    const ownPort = (server.address() as AddressInfo).port;
    response.setHeader('Content-Security-Policy', contentPolicy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-cache');
    if (!isOwnHost(request.headers.host, ownPort)) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const [path] = (request.url ?? '').split(/[?#]/, 1);
    const file = path.startsWith('/run/')
      ? (await regularFiles(runFolder)).get(path.slice('/run/'.length))
      : site.get(path === '/' ? 'index.html' : path.slice(1));
    if (file === undefined) return refuse(response, 404);
    if (path === '/run/report.html') response.setHeader('Content-Security-Policy', reportPolicy);
    await send(file, request, response);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A page elsewhere whose name was pointed at this machine must not read a customer table (DNS rebinding). */
const isOwnHost = (host: string | undefined, port: number) =>
  [`127.0.0.1:${port}`, `localhost:${port}`].includes(host ?? '');

const refuse = (response: ServerResponse, status: number) => void response.writeHead(status).end();

async function send(file: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let opened: FileHandle;
  try {
    opened = await open(file);
  } catch (cause) {
    return refuse(response, (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 404 : 500);
  }
  response.setHeader('Content-Type', lookup(file) ?? 'application/octet-stream');
  if (request.method === 'HEAD') {
    response.end();
    return opened.close();
  }
  // A reader that goes away, or a disk that fails, ends this answer and nothing more.
  await pipeline(opened.createReadStream(), response).catch(() => response.destroy());
}

function dashboardSite(): string {
  const manifest = createRequire(import.meta.url).resolve('@clv/dashboard/package.json');
  return join(dirname(manifest), 'dist', 'site');
}
