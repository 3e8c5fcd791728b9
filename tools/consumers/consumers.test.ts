import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serveSite } from '../browser/serve-site.mjs';
import { launchBrowser } from '../browser/launch.mjs';
import { rooms, root } from '../house/rooms.js';
import { publishAll, versionOf, type LocalRegistry } from './local-registry.js';
import { engineProgram, requireProgram } from './programs.js';

const libraries = rooms.filter(({ folder }) => folder.startsWith('packages/')).map(({ name }) => name);
const published = new Map(rooms.map(({ name, manifest }) => [name, manifest.version]));
const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, published.get(name)]));

const folder = mkdtempSync(join(tmpdir(), 'clv-consumers-'));
let registry: LocalRegistry;

/** What a program prints; where it fails, all that it printed is in the message. */
function run(project: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Opens a page in a real browser, sees what is to be seen there, and no error. */
async function look(site: Awaited<ReturnType<typeof serveSite>>, see: (tab: Page) => Promise<void>) {
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    const faults: string[] = [];
    tab.on('pageerror', ({ message }) => faults.push(message));
    await tab.goto(site.url);
    await see(tab);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What the README of examples/libraries has one install, and then type. */
function readmeOfLibraries() {
  const lines = readFileSync(join(root, 'examples/libraries/README.md'), 'utf8').matchAll(/^ {4}(.+)$/gm);
  const [[, , ...installed], ...commands] = Array.from(lines, ([, line]) => line.split(' '));
  return { installed, commands };
}

beforeAll(async () => {
  registry = await publishAll(folder);
});

afterAll(() => {
  registry?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a stranger who installs the packages from a registry', () => {
  it('compiles and runs examples/libraries as its README says', () => {
    const { installed, commands } = readmeOfLibraries();
    const project = registry.newProject('typescript-esm', {
      dependencies: versions(installed.filter((name) => name !== 'typescript')),
      devDependencies: { typescript: versionOf('typescript') },
    });
    writeFileSync(join(project, 'retention.ts'), engineProgram);
    const printed = commands.map(([command, ...args]) => run(project, command, ...args));
    expect(printed.at(-1)).toContain('within the budget, certified');
  });

  it('requires each of them from CommonJS', () => {
    const project = registry.newProject('commonjs', { dependencies: versions(libraries) });
    writeFileSync(join(project, 'main.cjs'), requireProgram(libraries));
    expect(
      run(project, 'node', '--disable-warning=ExperimentalWarning', 'main.cjs').trim().split('\n'),
    ).toEqual(libraries.map((name) => `${name} ok`));
  });

  it('runs the engine with npx, and sees the run in a page that Vite built around <clv-dashboard>', async () => {
    const pipeline = registry.newProject('pipeline', { dependencies: versions(['@clv/pipeline']) });
    run(pipeline, 'npx', 'clv', 'run', '--quiet', '--seed', '7', '--out', 'out');
    const summary = JSON.parse(readFileSync(join(pipeline, 'out/summary.json'), 'utf8'));
    expect(summary.customers).toBe(10_000);

    const page = registry.newProject('vite-page', {
      type: 'module',
      dependencies: versions(['@clv/dashboard']),
      devDependencies: { vite: versionOf('vite', 'apps/dashboard/package.json') },
    });
    writeFileSync(
      join(page, 'index.html'),
      '<!doctype html><title>Embedded</title><script type="module" src="/main.js"></script><clv-dashboard src="run/"></clv-dashboard>',
    );
    writeFileSync(join(page, 'main.js'), `import '@clv/dashboard';\n`);
    run(page, 'npx', 'vite', 'build', '--logLevel', 'error');

    const site = await serveSite(join(page, 'dist'), join(pipeline, 'out'));
    await look(site, async (tab) => {
      await tab.locator('clv-kpis').getByText('Net gain').first().waitFor();
    });
  });

  it('trains and prescribes in a page without a server', async () => {
    const page = registry.newProject('browser', {
      type: 'module',
      dependencies: versions(['churn', 'prescribe', 'synth', 'table', 'value'].map((name) => `@clv/${name}`)),
      devDependencies: { vite: versionOf('vite', 'apps/dashboard/package.json') },
    });
    cpSync(join(root, 'examples/browser'), page, { recursive: true });
    run(page, 'npx', 'vite', 'build', '--logLevel', 'error');

    const site = await serveSite(join(page, 'dist'), page, "'self' 'wasm-unsafe-eval'");
    await look(site, async (tab) => {
      const finding = tab.locator('#finding');
      await finding.getByText('customers get an offer').waitFor();
      const before = await finding.textContent();
      await tab.fill('#budget', '200');
      expect(await finding.textContent()).not.toBe(before);
    });
  });
});
