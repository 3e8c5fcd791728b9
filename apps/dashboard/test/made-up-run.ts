import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type RunSummary, randomSource } from '@clv/contracts';
import { table } from 'arquero';

import { temporaryFolder } from './temporary-folder.js';

const segments = [
  { label: 'VIPs', price: 90, risk: 0.12 },
  { label: 'Steady Users', price: 45, risk: 0.15 },
  { label: 'At-Risk High-Value', price: 80, risk: 0.55 },
  { label: 'Low-Value Transients', price: 25, risk: 0.5 },
];
const offers = [
  { id: 'none', label: 'No offer', discount: 0 },
  { id: 'discount_5', label: '5% discount', discount: 0.05 },
  { id: 'discount_10', label: '10% discount', discount: 0.1 },
];

/** A run that was never run: columns and a summary that agree with each other, calculated here by the contract alone. */
export function madeUpRun(
  customers = 500,
  seed = 1,
): { columns: Record<string, unknown[]>; summary: RunSummary } {
  const next = randomSource(seed);
  const rows = Array.from({ length: customers }, (_, i) => {
    const segment = Math.floor(next() ** 1.3 * 4);
    const { label, price, risk } = segments[segment];
    const p = Math.min(0.97, Math.max(0.01, risk + (next() - 0.5) * 0.7));
    const monthly = price * (0.7 + 0.6 * next());
    const clv = monthly * 0.6 * 10;
    const keen = next();
    const values = offers.map(({ discount }) => {
      const stay = 1 - p + p * discount * 4 * keen;
      const cost = discount === 0 ? 0 : stay * discount * monthly * 10;
      return { value: stay * clv - cost, cost };
    });
    const best = values.reduce((top, { value }, offer) => (value > values[top].value ? offer : top), 0);
    return { i, segment, label, p, monthly, keen, clv, values, best };
  });
  const columns: Record<string, unknown[]> = {
    customer_id: rows.map(({ i }) => `C${String(i + 1).padStart(5, '0')}`),
    tenure_months: rows.map(() => Math.floor(next() * 60)),
    monthly_charges: rows.map(({ monthly }) => monthly),
    monthly_margin: rows.map(({ monthly }) => monthly * 0.6),
    price_sensitivity: rows.map(({ keen }) => keen),
    plan: rows.map(({ segment }) => ['Fibre', 'DSL'][segment % 2]),
    churned: rows.map(({ p }) => (next() < p * 0.3 ? 1 : 0)),
    segment: rows.map(({ segment }) => segment),
    segment_label: rows.map(({ label }) => label),
    p_churn: rows.map(({ p }) => p),
    clv: rows.map(({ clv }) => clv),
    recommended_incentive: rows.map(({ best }) => offers[best].id),
    offer_cost: rows.map(({ values, best }) => values[best].cost),
    expected_value_baseline: rows.map(({ values }) => values[0].value),
    expected_value_optimized: rows.map(({ values, best }) => values[best].value),
    ...Object.fromEntries(
      offers.map(({ id }, offer) => [`ev_${id}`, rows.map(({ values }) => values[offer].value)]),
    ),
  };
  const sum = (of: typeof rows, value: (row: (typeof rows)[number]) => number) =>
    of.reduce((total, row) => total + value(row), 0);
  const baseline = sum(rows, (row) => row.values[0].value);
  const optimized = sum(rows, (row) => row.values[row.best].value);
  const spend = sum(rows, (row) => row.values[row.best].cost);
  const summary: RunSummary = {
    format: 'clv-summary',
    version: 1,
    customers,
    backtest: true,
    total_potential_value: sum(rows, (row) => row.clv),
    baseline_retention_value: baseline,
    optimized_retention_value: optimized,
    net_gain: optimized - baseline,
    roi: spend > 0 ? (optimized - baseline) / spend : null,
    offer_spend: spend,
    budget: null,
    intervention_rate: rows.filter((row) => row.best > 0).length / Math.max(1, customers),
    mean_p_churn: sum(rows, (row) => row.p) / Math.max(1, customers),
    churn_rate: 0.26,
    auc: 0.9123,
    auc_ceiling: 0.9241,
    log_loss: 0.31,
    brier: 0.1,
    ece: 0.012,
    horizon_months: 12,
    currency: 'USD',
    columns: {
      id: 'customer_id',
      label: 'churned',
      price: 'monthly_charges',
      margin: 'monthly_margin',
      tenure: 'tenure_months',
    },
    segments: segments.map(({ label }, segment) => {
      const own = rows.filter((row) => row.segment === segment);
      const size = Math.max(1, own.length);
      return {
        segment,
        label,
        customers: own.length,
        mean_p_churn: sum(own, (row) => row.p) / size,
        mean_clv: sum(own, (row) => row.clv) / size,
        baseline: sum(own, (row) => row.values[0].value),
        optimized: sum(own, (row) => row.values[row.best].value),
        intervention_rate: own.filter((row) => row.best > 0).length / size,
      };
    }),
    offers: offers.map(({ id, label }, offer) => {
      const takers = rows.filter((row) => row.best === offer);
      return {
        offer: id,
        label,
        customers: takers.length,
        cost: sum(takers, (row) => row.values[offer].cost),
        expected_gain: sum(takers, (row) => row.values[offer].value - row.values[0].value),
      };
    }),
    notices: ['Every outcome is known: this is a back-test at the snapshot.'],
  };
  return { columns, summary };
}

/** The terms on which a run might have been made, as `run.json` tells them. */
export const madeUpRecord = {
  format: 'clv-run',
  config: {
    offers: offers.map(({ id, label, discount }) =>
      id === 'none' ? { id, label } : { id, label, discount, lift: 4 * discount },
    ),
    budget: null,
    horizon_months: 12,
    window_months: 3,
    annual_discount_rate: 0.1,
  },
  roles: { price: 'monthly_charges', sensitivity: 'price_sensitivity' },
};

/** What such a run might tell of its policy, of its model and of its first customer. */
export function madeUpEvidence({
  columns,
  summary,
}: {
  columns: Record<string, unknown[]>;
  summary: RunSummary;
}) {
  const policy = (name: string, gain: number, customers: number) => ({
    policy: name,
    gain: { value: gain, low: 0.9 * gain - 10, high: 1.1 * gain + 10 },
    spend: { value: 2 * customers, low: 1.9 * customers, high: 2.1 * customers },
    customers,
    isAffordable: true,
  });
  return {
    'policies.json': [
      policy('ours', summary.net_gain, 100),
      policy('none', 0, 0),
      policy('everyone_discount_5', -20 * summary.net_gain, summary.customers),
      policy('highest_risk', summary.net_gain / 2, 120),
    ],
    'churn_report.json': {
      calibrationCurve: Array.from({ length: 10 }, (_, i) => ({
        customers: summary.customers / 10,
        predicted: (i + 0.5) / 10,
        observed: (i + 0.7) / 10,
      })),
      auc: summary.auc,
      ece: 0.02,
    },
    'uplift.json': {
      offers: offers.slice(1).map(({ id, label }, i) => ({
        offer: id,
        label,
        customers: 400,
        qini: { value: 0.03 * (i + 1), low: 0.01, high: 0.05 * (i + 1) },
        averageEffect: { value: 0.02 * (i + 1), low: 0.01, high: 0.03 * (i + 1) },
        curve: Array.from({ length: 11 }, (_, k) => ({
          share: k / 10,
          gain: 0.02 * (i + 1) * Math.sqrt(k / 10),
          low: 0.015 * (i + 1) * Math.sqrt(k / 10),
          high: 0.025 * (i + 1) * Math.sqrt(k / 10),
        })),
      })),
      concerns: ['age differs between the arms'],
    },
    'reasons.json': [
      {
        id: Object.values(columns)[0][0],
        reasons: ['support calls 5: +23 points', 'tenure months 3: +9 points'],
        explanation: {
          base: 0.2,
          probability: 0.5,
          reasons: [
            { value: 'support calls 5', points: 23 },
            { value: 'tenure months 3', points: 9 },
            { value: 'plan Fibre', points: -4 },
          ],
          rest: 2,
        },
      },
      { id: Object.values(columns)[0][1], reasons: ['late payments 2: +5 points'] },
    ],
  };
}

/** Writes a run as the dashboard reads it, with its record unless that is null; returns its folder. */
export function writeRun(
  { columns, summary }: { columns: Record<string, unknown[]>; summary: RunSummary },
  record: object | null = madeUpRecord,
  evidence: Record<string, unknown> = madeUpEvidence({ columns, summary }),
): string {
  const folder = temporaryFolder();
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('summary.json', summary);
  writeFileSync(join(folder, 'retention_results.arrow'), table(columns).toArrowIPC() as Uint8Array);
  for (const [name, value] of Object.entries(evidence)) write(name, value);
  if (record) write('run.json', { ...record, files: evidence });
  return folder;
}
