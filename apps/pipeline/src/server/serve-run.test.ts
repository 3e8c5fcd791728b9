import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { serveRun } from './serve-run.js';

interface Answer {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

/** Sends a target as it is written, which no well-behaved client would. */
function ask(
  url: string,
  target: string,
  { method = 'GET', host }: { method?: string; host?: string } = {},
): Promise<Answer> {
  const { hostname, port, host: own } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: target, method, headers: { host: host ?? own } },
      (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode!, body, headers: response.headers }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const up = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..\\',
  '..%5c',
  '%2e%2e%5c',
  '.%2e/',
  '%252e%252e%252f',
  '....//',
];
const traversals = [
  ...up.map((step) => `/run/${step}secret.txt`),
  ...up.map((step) => `/run/${step}run-private/secret.txt`),
  ...up.map((step) => `/${step}${step}${step}secret.txt`),
  '/run/-private/secret.txt',
  '/run/link.txt',
  '/run/link/secret.txt',
  '/run/secret.txt%00.json',
  '/run//../secret.txt',
  '/run/./../secret.txt',
  '/run/%00',
];

describe('serveRun', () => {
  const withServer = (use: (url: string, folder: string) => Promise<void>) =>
    withTemporaryFolder(async (folder) => {
      const run = join(folder, 'run');
      mkdirSync(run);
      mkdirSync(join(folder, 'run-private'));
      writeFileSync(join(run, 'summary.json'), '{"customers":3}');
      for (const secret of ['secret.txt', 'run-private/secret.txt'])
        writeFileSync(join(folder, secret), 'SECRET');
      symlinkSync(join(folder, 'secret.txt'), join(run, 'link.txt'));
      symlinkSync(join(folder, 'run-private'), join(run, 'link'));
      const served = await serveRun(run, 0);
      try {
        await use(served.url, folder);
      } finally {
        await served.close();
      }
    });

  it('gives the run folder and the dashboard, under a policy without inline scripts', () =>
    withServer(async (url) => {
      expect(await ask(url, '/run/summary.json')).toMatchObject({ status: 200, body: '{"customers":3}' });
      const page = await ask(url, '/');
      expect(page).toMatchObject({ status: 200, body: expect.stringContaining('clv-dashboard') });
      expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    }));

  it.each(traversals)('gives nothing from outside the run folder for %s', (target) =>
    withServer(async (url) => {
      const { body, status } = await ask(url, target);
      expect(body).not.toContain('SECRET');
      expect(status).toBeGreaterThanOrEqual(400);
    }),
  );

  it('turns away a foreign host, such as one that was pointed at this machine', () =>
    withServer(async (url) => {
      expect(await ask(url, '/run/summary.json', { host: 'evil.example' })).toMatchObject({
        status: 403,
        body: '',
      });
    }));

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('does not take %s', (method) =>
    withServer(async (url) => {
      expect((await ask(url, '/run/summary.json', { method })).status).toBe(405);
    }),
  );

  it('listens on the loopback address alone', () =>
    withServer(async (url) => expect(new URL(url).hostname).toBe('127.0.0.1')));

  it('goes on where its run folder is gone for a while, and gives the one that comes', () =>
    withServer(async (url, folder) => {
      const run = join(folder, 'run');
      renameSync(run, join(folder, 'aside'));
      expect(await ask(url, '/run/summary.json')).toMatchObject({ status: 404, body: '' });
      expect((await ask(url, '/')).status).toBe(200);
      renameSync(join(folder, 'aside'), run);
      writeFileSync(join(run, 'summary.json'), '{"customers":4}');
      expect(await ask(url, '/run/summary.json')).toMatchObject({ status: 200, body: '{"customers":4}' });
    }));

  it('gives what is there while a run comes and goes beside it', () =>
    withServer(async (url, folder) => {
      const stages = join(folder, 'run', '.clv-stages');
      let isOver = false;
      const churn = (async () => {
        while (!isOver) {
          mkdirSync(stages);
          await new Promise(setImmediate);
          rmSync(stages, { recursive: true });
          await new Promise(setImmediate);
        }
      })();
      const answers = await Promise.all(Array.from({ length: 200 }, () => ask(url, '/run/summary.json')));
      isOver = true;
      await churn;
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    }));
});
