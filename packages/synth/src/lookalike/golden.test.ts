import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesizeColumns } from '../synthesize.js';

it('a model that was saved in format 1 draws the customers that it drew', () => {
  const file = join(process.cwd(), 'test/golden/synthesizer-v1.golden.json');
  const { model, columns } = JSON.parse(readFileSync(file, 'utf8'));
  const drawn = synthesizeColumns({ like: model, customers: 12, seed: 5 });
  expect(Object.keys(drawn)).toEqual(Object.keys(columns));
  for (const [name, kept] of Object.entries<string[]>(columns))
    for (const [row, cell] of kept.entries()) {
      const now = (drawn[name] as ArrayLike<unknown>)[row];
      if (Number.isFinite(Number(cell))) expect(Number(now)).toBeCloseTo(Number(cell), 9);
      else expect(String(now)).toBe(cell);
    }
});
