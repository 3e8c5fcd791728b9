import { circlesIn, folderGraph, importGraph } from './import-graph.js';
import { rooms } from './rooms.js';

const graph = (arrows: Record<string, string[]>) => new Map(Object.entries(arrows));

describe('a circle of imports', () => {
  it('is found with the way round it, however long', () => {
    expect(circlesIn(graph({ a: ['b'], b: ['c', 'd'], c: [], d: ['a'] }))).toEqual([['a', 'b', 'd', 'a']]);
    expect(circlesIn(graph({ a: ['a'] }))).toEqual([['a', 'a']]);
  });

  it('is not there where two ways lead down to the same file', () => {
    expect(circlesIn(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
  });

  it('is found between folders side by side, at any depth', () => {
    const files = graph({
      'src/run/read/one.ts': ['src/run/write/one.ts', 'src/index.ts'],
      'src/run/write/two.ts': ['src/run/read/two.ts'],
      'src/index.ts': ['src/run/read/one.ts'],
    });
    expect(circlesIn(folderGraph(files))).toEqual([['src/run/read', 'src/run/write', 'src/run/read']]);
  });
});

describe.each(rooms)('$name', ({ folder }) => {
  const imports = importGraph(folder);

  it('has files that import each other, and none in a circle, not even for a type', () => {
    expect(imports.size).toBeGreaterThan(0);
    expect(circlesIn(imports)).toEqual([]);
  });

  it('has folders, at any depth, of which none needs another that needs it', () => {
    const folders = folderGraph(imports);
    // It names what a run may ask of a second thread, wherever that is written.
    folders.delete(`${folder}/src/second-thread`);
    expect(circlesIn(folders)).toEqual([]);
  });
});
