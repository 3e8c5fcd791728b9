import { randomSource } from '@clv/contracts';

/** Where the four groups stand, and what they are. */
const groups = [
  { name: 'VIPs', value: 1, risk: 0, share: 0.3 },
  { name: 'Steady Users', value: 0, risk: 0, share: 0.35 },
  { name: 'At-Risk High-Value', value: 1, risk: 1, share: 0.15 },
  { name: 'Low-Value Transients', value: 0, risk: 1, share: 0.2 },
];

/** A sample of the standard normal distribution (Box and Muller 1958). */
function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Four Gaussian groups at the corners of value x risk, `gap` standard deviations apart, and who belongs to which. */
export function plantGroups(rows, gap, seed) {
  const random = randomSource(seed);
  const table = { charges: [], support_calls: [], usage: [] };
  const truth = { group: new Int32Array(rows), value: new Float64Array(rows), risk: new Float64Array(rows) };
  for (let i = 0; i < rows; i++) {
    let lot = random();
    const group = Math.max(
      0,
      groups.findIndex(({ share }) => (lot -= share) < 0),
    );
    const { value, risk } = groups[group];
    table.charges.push(50 + 10 * (gap * value + normal(random)));
    table.support_calls.push(4 + gap * risk + normal(random));
    table.usage.push(100 + 20 * (gap * (value - risk) * 0.5 + normal(random)));
    truth.group[i] = group;
    truth.value[i] = 300 + 500 * value + 100 * normal(random);
    truth.risk[i] = Math.min(1, Math.max(0, 0.15 + 0.4 * risk + 0.1 * normal(random)));
  }
  return { table, features: Object.keys(table), names: groups.map(({ name }) => name), ...truth };
}
