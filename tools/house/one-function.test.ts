import { build } from 'esbuild';
import { root } from './rooms.js';

/** What a page carries that takes one function of a package. */
async function bundleOf(name: string, from: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from '@clv/${from}';`, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    external: ['node:*'],
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** The first bytes of a program for WebAssembly, as base64. */
const kernel = 'AGFzbQ';

describe('a page that takes one function', () => {
  it.each([
    ['trainGbdt', 'gbdt'],
    ['crossFitChurn', 'churn'],
    ['fitSegments', 'segment'],
  ])('carries the kernel with %s of %s, which counts with it', async (name, from) => {
    expect(await bundleOf(name, from)).toContain(kernel);
  });

  it.each([
    ['importance', 'gbdt', 20_000],
    ['readModel', 'gbdt', 20_000],
    ['rocAuc', 'churn', 20_000],
    ['modelCard', 'churn', 20_000],
    ['survivalByTenure', 'churn', 20_000],
    ['evaluateUplift', 'uplift', 24_000],
    ['readNumbers', 'table', 24_000],
    ['formatMoney', 'charts', 8_000],
    ['contractualValue', 'value', 20_000],
  ])('carries no kernel with %s of %s, and at most %i bytes', async (name, from, most) => {
    const bundle = await bundleOf(name, from);
    expect(bundle).not.toContain(kernel);
    expect(bundle.length).toBeLessThan(most);
  });

  it('carries of matrices what segments need alone', async () => {
    expect((await bundleOf('assignSegments', 'segment')).length).toBeLessThan(80_000);
  });
});
