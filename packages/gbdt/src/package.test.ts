import { execFileSync } from 'node:child_process';

const program = `
  const x = { data: Float32Array.from({ length: 40000 }, (_, i) => (i * 7919) % 1009), rows: 20000, columns: 2 };
  const y = Float32Array.from({ length: 20000 }, (_, i) => Number(x.data[2 * i] + x.data[2 * i + 1] > 1000));
  trainGbdt(x, y, { rounds: 5 }, { threads: 2 }).then(async (model) => {
    const p = await predictGbdt(model, x, { threads: 2 });
    const right = p.filter((value, i) => (value > 0.5) === (y[i] === 1)).length;
    console.log([model.trees.length, right > 19000].join(' ')); // as text, which a terminal's colours leave alone
  });`;

describe('the package as built', () => {
  it.each([
    ['CommonJS', 'commonjs', "const { predictGbdt, trainGbdt } = require('@clv/gbdt');"],
    ['an ES module', 'module', "import { predictGbdt, trainGbdt } from '@clv/gbdt';"],
  ])('trains with two threads from %s, and its workers let the process end', (_, type, load) => {
    const printed = execFileSync(process.execPath, [`--input-type=${type}`, '-e', load + program], {
      encoding: 'utf8',
      timeout: 300_000, // where they do not let it
    });
    expect(printed).toBe('5 true\n');
  });
});
