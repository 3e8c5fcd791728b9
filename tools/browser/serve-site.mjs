import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** As strict as a page can be: no inline script, no inline style, no eval, no other origin. */
const policy = (scripts) =>
  `default-src 'self'; script-src ${scripts}; style-src 'self'; object-src 'none'; base-uri 'none'`;

/**
 * Serves a folder of pages, with a run folder at `/run/`, under a strict content security policy; pages that train trees
 * need `'self' 'wasm-unsafe-eval'` for their scripts. Other headers, such as those that isolate a page, may be added.
 */
export async function serveSite(site, runFolder, scripts = "'self'", headers = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    const file = path.startsWith('/run/')
      ? join(runFolder, path.slice(5))
      : join(site, path === '/' ? 'index.html' : path);
    response.setHeader('Content-Security-Policy', policy(scripts));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
      const body = await readFile(file);
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}
