import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from './rooms.js';

const floorRule = '@nx/enforce-module-boundaries';
const eslint = new ESLint({ cwd: root });

/** What the lint of floors says of a line of code, were it to stand in a file. */
async function floorFaults(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return result.messages.filter(({ ruleId }) => ruleId === floorRule).map(({ message }) => message);
}

describe('the floors of the house', () => {
  // The rule reads the graph of projects that Nx keeps, and says nothing where there is none.
  beforeAll(() => execFileSync('npx', ['nx', 'show', 'projects'], { cwd: root }));

  it('refuse an import from a floor above', async () => {
    const faults = await floorFaults('packages/table/src/index.ts', `import '@clv/charts';\n`);
    expect(faults).toEqual([
      expect.stringContaining('"floor:0" can only depend on libs tagged with "floor:footing"'),
    ]);
  });

  it('refuse an import from the same floor', async () => {
    const faults = await floorFaults('packages/value/src/index.ts', `import '@clv/churn';\n`);
    expect(faults).toEqual([expect.stringContaining('"floor:1" can only depend on libs')]);
  });

  it('refuse an import of an app by anyone', async () => {
    const faults = await floorFaults('packages/segment/src/index.ts', `import '@clv/dashboard';\n`);
    expect(faults).toEqual([expect.stringContaining('"floor:1" can only depend on libs')]);
  });

  it('refuse a circle', async () => {
    const faults = await floorFaults('packages/table/src/index.ts', `import '@clv/churn';\n`);
    expect(faults).toEqual([expect.stringContaining('Circular dependency')]);
  });

  it('allow an import from a floor below', async () => {
    expect(await floorFaults('packages/churn/src/index.ts', `import '@clv/gbdt';\n`)).toEqual([]);
  });
});
