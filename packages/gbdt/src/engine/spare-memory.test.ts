import { sampleTable } from '../../test/table.js';
import { trainGbdt } from '../train.js';

/** Rows that fill no vector of four, and how many more fill it: their memory is laid out alike. */
const rows = 1001;
const fillingRows = 1004;

const amounts = (count: number, scale: number) => {
  const { x } = sampleTable(count, 7);
  return { x, y: Float32Array.from({ length: count }, (_, row) => scale * ((row * 7919) % 101)) };
};

describe('spareMemory', () => {
  it('holds nothing of the training before, so that the same rows give the same model', async () => {
    const { x, y } = amounts(rows, 1);
    const train = () => trainGbdt(x, y, { objective: 'reg:squarederror', rounds: 4 }, { threads: 1 });
    const first = await train();
    const others = amounts(fillingRows, 1e6);
    await trainGbdt(others.x, others.y, { objective: 'reg:squarederror', rounds: 1 }, { threads: 1 });
    expect(await train()).toEqual(first);
  });
});
