import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorsOf, importsOf, linksOf, pages, tabledNamesOf } from './documents.js';
import { exportsOf } from './exports.js';
import { type Room, read, rooms, root } from './rooms.js';

describe.each(rooms)('the documents of $name', ({ folder }) => {
  it('say of each export what it is', () => {
    const silent = exportsOf(folder).filter(({ docstring }) => docstring === '');
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('say what is taken where an argument is left out', () => {
    const silent = exportsOf(folder).filter(
      ({ docstring, tags, optional }) => optional.length > 0 && !(docstring + tags).includes('default'),
    );
    expect(silent.map(({ name, optional }) => `${name}: ${optional.join(', ')}`)).toEqual([]);
  });

  it('name in the README each function that is exported', () => {
    const readme = read(`${folder}/README.md`);
    const isNamed = (name: string) => readme.includes(`\`${name}`) || readme.includes(`${name}(`);
    const used = exportsOf(folder).filter(({ isUsed }) => isUsed);
    expect(used.map(({ name }) => name).filter((name) => !isNamed(name))).toEqual([]);
  });

  it('name in the tables of the README nothing that is not exported', () => {
    const exported = exportsOf(folder).map(({ name }) => name);
    const unknown = tabledNamesOf(read(`${folder}/README.md`)).filter((name) => !exported.includes(name));
    expect(unknown).toEqual([]);
  });
});

describe("the house's map", () => {
  const isFooting = ({ manifest }: Room) => manifest.nx?.tags.includes('floor:footing');

  it.each([
    ['README.md', rooms.filter((room) => !isFooting(room)).map(({ folder }) => `](${folder}/README.md)`)],
    ['docs/architecture.md', rooms.map(({ folder }) => folder)],
  ])('%s has every package and app in its place', (page, places) => {
    const text = read(page);
    expect(places.filter((place) => !text.includes(place))).toEqual([]);
  });
});

describe.each(pages)('$path', ({ path, text }) => {
  it('imports only what the packages export', () => {
    const unknown = importsOf(text).filter(({ from, name }) => {
      const room = rooms.find((candidate) => candidate.name === from);
      return !room || !exportsOf(room.folder).some((exported) => exported.name === name);
    });
    expect(unknown).toEqual([]);
  });

  it('links to nothing that is not there', () => {
    const dead = linksOf(text).filter((address) => {
      if (/^[a-z]+:/.test(address)) return false;
      const [file, anchor] = address.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(dead).toEqual([]);
  });
});
