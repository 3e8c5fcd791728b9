import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

const rows = Array.from({ length: 300 }, (_, row) => row);
const table = {
  calls: rows.map((row) => row % 17),
  churn: rows.map((row) => ((row * 7919) % 1009 < 500 ? 1 : 0)),
};

/** What a page of any origin has of its own; none of it is Node's. */
const page = () =>
  createContext({
    WebAssembly,
    TextDecoder,
    performance,
    setTimeout,
    atob,
    MessageChannel,
    table,
  });

describe('a bundle for browsers', () => {
  let context: ReturnType<typeof page>;

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: `export * from './dist/index.js'`, resolveDir: process.cwd() },
      ...{ bundle: true, write: false, platform: 'browser', format: 'iife', globalName: 'churn' },
      logLevel: 'silent',
    });
    context = page();
    runInContext(outputFiles[0].text, context);
  });

  const fit = (engine: string) =>
    runInContext(
      `churn.crossFitChurn(table, { roles: { label: 'churn' }, decimal: '.' }, { engine: '${engine}' })`,
      context,
    ) as Promise<{ probabilities: Float64Array }>;

  it('needs nothing of Node, and fits a model', async () => {
    expect((await fit('gbdt')).probabilities).toHaveLength(300);
  });

  it('leaves the engine out that runs in Node alone, and says so where it is asked for', async () => {
    await expect(fit('ml-xgboost')).rejects.toMatchObject({
      code: 'INVALID_OPTION',
      message: 'engine ml-xgboost runs in Node alone; take gbdt, which runs in browsers too',
    });
  });
});
