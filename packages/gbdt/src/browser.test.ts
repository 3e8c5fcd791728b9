import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'esbuild';
import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { sampleTable } from '../test/table.js';
import { predictGbdt, trainGbdt } from './index.js';

/** What a page or a worker of it answers. */
interface Answer {
  model: string;
  predictions: number[];
  isolated: boolean;
}

const ROWS = 10_000;
const COLUMNS = 6;
const params = { rounds: 10 };
const { x, y } = sampleTable(ROWS, COLUMNS);

const program = `
  import { predictGbdt, trainGbdt } from './dist/index.js';
  export async function work({ data, y, params, threads }) {
    const x = { data: new Float32Array(data), rows: ${ROWS}, columns: ${COLUMNS} };
    const model = await trainGbdt(x, y, params, { threads });
    const predictions = await predictGbdt(model, x, { threads });
    return { model: JSON.stringify(model), predictions: [...predictions], isolated: crossOriginIsolated };
  }`;

const bundle = async (entry: string, format: 'iife' | 'esm') => {
  const result = await build({
    stdin: { contents: program + entry, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format,
    platform: 'browser',
    logLevel: 'silent',
  });
  return result.outputFiles[0].text;
};

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'";

describe('in a browser', () => {
  let browser: Browser;
  let server: Server;
  let files: Record<string, [type: string, body: string]>;

  beforeAll(async () => {
    files = {
      '/page.js': ['text/javascript', await bundle('globalThis.work = work;', 'iife')],
      '/worker.js': [
        'text/javascript',
        await bundle('onmessage = async ({ data }) => postMessage(await work(data));', 'iife'),
      ],
      '/data.json': [
        'application/json',
        JSON.stringify({ data: [...x.data].map((v) => (Number.isNaN(v) ? null : v)), y: [...y] }),
      ],
    };
    server = createServer((request, response) => {
      const [type, body] = files[request.url ?? ''] ?? [
        'text/html',
        '<!doctype html><script src="/page.js"></script>',
      ];
      const isolated = request.url !== '/plain' ? isolation : {};
      response
        .writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy, ...isolated })
        .end(body);
    }).listen(0, '127.0.0.1');
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function ask(
    path: '/plain' | '/isolated',
    where: 'page' | 'worker',
    threads: number,
  ): Promise<Answer> {
    const page: Page = await browser.newPage();
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      return await page.evaluate(
        async ({ where, threads, params }) => {
          const table = (await (await fetch('/data.json')).json()) as {
            data: (number | null)[];
            y: number[];
          };
          const message = { data: table.data.map((value) => value ?? NaN), y: table.y, params, threads };
          if (where === 'page')
            return (globalThis as unknown as { work: (message: unknown) => Promise<Answer> }).work(message);
          const worker = new Worker('/worker.js');
          return new Promise<Answer>((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data as Answer);
            worker.onerror = ({ message: text }) => reject(new Error(text));
            worker.postMessage(message);
          });
        },
        { where, threads, params },
      );
    } finally {
      await page.close();
    }
  }

  it.each([
    ['a plain page', '/plain', 'page', 1, false],
    ['a worker of a plain page, asked for two threads', '/plain', 'worker', 2, false],
    ['a worker of an isolated page, with two threads', '/isolated', 'worker', 2, true],
    ['an isolated page, asked for two threads', '/isolated', 'page', 2, true],
  ] as const)(
    'trains 10,000 rows to the model that Node trains: %s',
    async (_, path, where, threads, isolated) => {
      const model = await trainGbdt(x, y, params, { threads: 1 });
      const wanted = await predictGbdt(model, x);
      const answer = await ask(path, where, threads);
      expect(answer.isolated).toBe(isolated);
      expect(answer.model).toBe(JSON.stringify(model));
      expect(answer.predictions).toHaveLength(ROWS);
      answer.predictions.forEach((p, row) => expect(Math.abs(p - wanted[row])).toBeLessThanOrEqual(1e-6));
    },
  );

  it('is found by a plain script tag: one file, nothing beside it', async () => {
    const built = await readFile(join(process.cwd(), 'dist/index.js'), 'utf8');
    expect(built).not.toMatch(/import\.meta\.url|\.wasm['"]|\beval\(|new Function/);
  });
});
