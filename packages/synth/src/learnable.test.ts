import { predictGbdt, trainGbdt } from '@clv/gbdt';
import { applyEncoding, defineSchema, encodeFeatures } from '@clv/table';
import { kmeans } from 'ml-kmeans';
import { auc } from '../test/compare.js';
import { aucCeiling } from './auc-ceiling.js';
import { scenarioNames, scenarioRoles } from './scenarios/index.js';
import type { Columns } from './scenarios/scenario.js';
import { synthesizeColumns } from './synthesize.js';

const customers = 10_000;
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;
const rowsOf = (columns: Columns, from: number, to: number) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice(from, to)]));

describe('a learner on 10,000 customers', () => {
  it.each([
    ...scenarioNames.map((scenario) => [scenario, 42] as const),
    ...[1, 2].map((seed) => ['telco', seed] as const),
  ])('of %s, seed %d, comes near the ceiling on those it has not seen', async (scenario, seed) => {
    const columns = synthesizeColumns({ scenario, customers, seed, truth: true });
    const schema = defineSchema(scenarioRoles(scenario));
    const { matrix, encoding } = encodeFeatures(rowsOf(columns, 0, 8000), schema);
    const held = applyEncoding(encoding, rowsOf(columns, 8000, customers)).matrix;
    const left = columns.churned as Uint8Array;
    const params = { rounds: 200, maxDepth: 3, eta: 0.08, minChildWeight: 5, subsample: 0.8 };
    const scores = await predictGbdt(await trainGbdt(matrix, left.slice(0, 8000), params), held);
    const ceiling = aucCeiling(columns.true_p_churn as Float64Array);
    expect(ceiling).toBeGreaterThan(0.92);
    expect(auc(left.slice(8000), scores)).toBeGreaterThan(0.9);
    // Held-out rows are few: their own AUC strays from the expected one by about 0.006.
    expect(auc(left.slice(8000), scores)).toBeLessThan(ceiling + 0.02);
  });
});

describe('k-means on the segment features', () => {
  it.each(scenarioNames.map((scenario) => [scenario, scenario === 'telco' ? 20 : 5] as const))(
    'of %s finds the four corners of value and risk, for %d seeds',
    (scenario, seeds) => {
      const astray = Array.from({ length: seeds }, (_, seed) => seed).filter((seed) => {
        const columns = synthesizeColumns({ scenario, customers, seed, truth: true });
        const { margin, segment_features } = scenarioRoles(scenario);
        const features = segment_features.map((name) => standardise(columns[name] as Float64Array));
        const points = Array.from({ length: customers }, (_, i) => features.map((feature) => feature[i]));
        const { clusters } = kmeans(points, 4, { initialization: 'kmeans++', seed });
        const own = (k: number, name: string) =>
          mean((columns[name] as Float64Array).filter((_, i) => clusters[i] === k));
        const groups = [0, 1, 2, 3].map((k) => ({ value: own(k, margin), risk: own(k, 'true_p_churn') }));
        const corners = new Set(groups.map((group) => corner(group, groups)));
        return corners.size < 4;
      });
      expect(astray).toEqual([]);
    },
  );
});

interface Group {
  value: number;
  risk: number;
}

/** A year's margin of those who stay as long as their risk lets them, and the risk, above or below the middle group. */
function corner(group: Group, groups: Group[]): string {
  const worth = ({ value, risk }: Group) => {
    const monthly = 1 - Math.cbrt(1 - risk);
    return value * (3 + (1 - monthly) * ((1 - (1 - monthly) ** 9) / monthly));
  };
  const rank = (measure: (group: Group) => number) =>
    groups.filter((other) => measure(other) < measure(group)).length;
  return `${rank(worth) >= 2 ? 'high value' : 'low value'}, ${rank(({ risk }) => risk) >= 2 ? 'at risk' : 'safe'}`;
}

function standardise(values: Float64Array): Float64Array {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return values.map((value) => (value - middle) / deviation);
}
