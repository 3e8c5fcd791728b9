import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../house/rooms.js';
import { newComponent, register } from './component.mjs';
import { newPackage } from './package.mjs';

/** A house to build in, which borrows the tools of the real one. */
function emptyHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'clv-house-'));
  for (const shared of ['node_modules', 'tools', 'tsconfig.base.json'])
    symlinkSync(join(root, shared), join(house, shared));
  // What tests of those rooms make, which may run meanwhile, is gone before it is copied.
  const isSource = (path: string) => !/\/(node_modules|dist|tmp|\.readme-[^/]*)$/.test(path);
  for (const room of ['packages/contracts', 'apps/dashboard'])
    cpSync(join(root, room), join(house, room), { recursive: true, filter: isSource });
  return house;
}

let house: string;
beforeEach(() => (house = emptyHouse()));
afterEach(() => rmSync(house, { recursive: true, force: true }));

const run = (folder: string, ...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: join(house, folder), encoding: 'utf8', stdio: 'pipe' });

const loyalty = { name: 'loyalty', floor: '1', question: 'who would recommend us?' };

describe('a new package', () => {
  it('compiles, and passes the test that it comes with', () => {
    newPackage(house, loyalty);
    run('packages/loyalty', '../../node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
    run('packages/loyalty', '--experimental-vm-modules', '../../node_modules/jest/bin/jest.js', 'describe');
  });

  it('stands on its floor', () => {
    newPackage(house, loyalty);
    const manifest = JSON.parse(readFileSync(join(house, 'packages/loyalty/package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: '@clv/loyalty', nx: { tags: ['floor:1'] } });
  });

  it('depends on nothing, as it imports nothing: knip would complain', () => {
    newPackage(house, loyalty);
    const manifest = JSON.parse(readFileSync(join(house, 'packages/loyalty/package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
  });

  it('never takes the place of one that is there', () => {
    expect(() => newPackage(house, { ...loyalty, name: 'contracts' })).toThrow(
      'packages/contracts is there already',
    );
  });

  it.each([
    [{ ...loyalty, name: 'Loyalty' }, "a package's name is lower case"],
    [{ ...loyalty, floor: '9' }, '--floor is one of 0, 1, 2: 9'],
    [{ ...loyalty, question: undefined }, '--question is missing'],
  ])('is refused when its description is wrong: %p', (description, message) => {
    expect(() => newPackage(house, description)).toThrow(message);
  });
});

describe('a new component', () => {
  // Named as no real one is, so that someone who follows CONTRIBUTING.md to the letter finds nothing failing here.
  const made = { name: 'made-up', finding: 'What the offers gain.' };

  it('is an element of the dashboard, registered and exported under its name', () => {
    newComponent(house, made);
    const read = (path: string) => readFileSync(join(house, 'apps/dashboard/src', path), 'utf8');
    expect(read('components/made-up/made-up.ts')).toContain('export class ClvMadeUp extends ClvElement');
    expect(read('register.ts')).toContain(`import { ClvMadeUp } from './components/made-up/made-up.js';`);
    expect(read('register.ts')).toContain(`  'clv-made-up': ClvMadeUp,`);
    expect(read('index.ts')).toContain(`export { ClvMadeUp } from './components/made-up/made-up.js';`);
  });

  it('compiles', () => {
    newComponent(house, made);
    const tsconfig = join(house, 'apps/dashboard/tsconfig.one.json');
    const include = ['src/components/made-up/made-up.ts'];
    writeFileSync(tsconfig, JSON.stringify({ extends: './tsconfig.json', include }));
    run('apps/dashboard', '../../node_modules/typescript/bin/tsc', '-p', tsconfig);
  });

  it('takes its place among the others in the order of names', () => {
    const source = `import { ClvA } from './components/a/a.js';\nimport { ClvC } from './components/c/c.js';\n\n  'clv-a': ClvA,\n  'clv-c': ClvC,\n`;
    expect(register(source, 'b', 'ClvB')).toBe(
      `import { ClvA } from './components/a/a.js';\nimport { ClvB } from './components/b/b.js';\nimport { ClvC } from './components/c/c.js';\n\n  'clv-a': ClvA,\n  'clv-b': ClvB,\n  'clv-c': ClvC,\n`,
    );
  });
});
