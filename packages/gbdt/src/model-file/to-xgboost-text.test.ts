import { fromXgboostJson, toXgboostJson, toXgboostText, trainGbdt, type GbdtModel } from '../index.js';

describe('toXgboostText', () => {
  const rows = 400;
  const nanoseconds = Float32Array.from({ length: rows }, (_, i) => 1.6e18 + ((i * 37) % rows) * 1e15);
  const spent = nanoseconds.map((time) => (time - 1.6e18) / 1e9);
  let model: GbdtModel;
  beforeAll(async () => {
    const featureNames = ['since,1600000000000000000,"feature_names":[]$&'];
    const x = { data: nanoseconds, rows, columns: 1, featureNames };
    model = await trainGbdt(x, spent, { objective: 'reg:squarederror', rounds: 3, maxDepth: 3 });
  });

  it('spells no float as an integer, however large', () => {
    const floats = /"(?:base_weights|loss_changes|split_conditions|sum_hessian)":\[([^\]]*)\]/g;
    const numbers = Array.from(toXgboostText(model).matchAll(floats), ([, list]) => list.split(',')).flat();
    expect(numbers.filter((text) => Number(text) >= 2 ** 50).length).toBeGreaterThan(0);
    expect(numbers.filter((text) => !/[.e]/.test(text))).toEqual([]);
  });

  it('says what toXgboostJson does, and names features as they are', () => {
    const written = JSON.parse(toXgboostText(model));
    expect(written).toEqual(toXgboostJson(model));
    expect(fromXgboostJson(written)).toEqual(model);
  });
});
