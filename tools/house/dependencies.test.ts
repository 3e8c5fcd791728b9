import { read, rooms } from './rooms.js';

const reasons = read('docs/dependencies.md');
const named = new Set([...reasons.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names]) => names.split(', ')));

describe.each(rooms)('the dependencies of $name', ({ manifest }) => {
  it('each have a reason in docs/dependencies.md', () => {
    const foreign = Object.keys(manifest.dependencies ?? {}).filter((name) => !name.startsWith('@clv/'));
    expect(foreign.filter((name) => !named.has(name))).toEqual([]);
  });
});
