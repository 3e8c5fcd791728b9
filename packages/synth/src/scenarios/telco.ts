import { leavingProbability } from '../hazard.js';
import { cents, clamp, decimals } from '../rounding.js';
import type { Customer, Scenario } from './scenario.js';

const contracts = ['Month-to-month', 'One year', 'Two year'];
const payments = ['Electronic check', 'Mailed check', 'Bank transfer', 'Credit card'];
const internets = ['Fiber optic', 'DSL', 'None'];
const contractMonths = [0, 12, 24];
const internetPrice = [1.18, 0.9, 0.62];
const internetUsage = [240, 120, 9];

/** How busy the shops were in each month of joining: back to school, and the sales of November and December. */
const joining = [0.55, 0.5, 0.55, 0.6, 0.6, 0.65, 0.65, 0.75, 0.9, 0.7, 1, 0.95];
const snapshotMonth = 6;
const windowMonths = 3;

/** The four true classes, in the order of `segments`. */
const classes = [
  { share: 0.19, tenure: 46, charge: 92, marginRate: 0.58, strain: -1.1, sensitivity: -0.7 },
  { share: 0.36, tenure: 42, charge: 50, marginRate: 0.43, strain: -0.95, sensitivity: -0.2 },
  { share: 0.2, tenure: 26, charge: 90, marginRate: 0.57, strain: 1.15, sensitivity: 0.35 },
  { share: 0.25, tenure: 11, charge: 46, marginRate: 0.4, strain: 1.05, sensitivity: 0.6 },
];
const shares = classes.map(({ share }) => share);
const contractMix = [
  [0.25, 0.35, 0.4],
  [0.4, 0.35, 0.25],
  [0.72, 0.2, 0.08],
  [0.9, 0.08, 0.02],
];
const paymentMix = [
  [0.15, 0.15, 0.33, 0.37],
  [0.22, 0.25, 0.28, 0.25],
  [0.45, 0.18, 0.18, 0.19],
  [0.5, 0.24, 0.13, 0.13],
];
const internetMix = [
  [0.68, 0.28, 0.04],
  [0.25, 0.45, 0.3],
  [0.78, 0.2, 0.02],
  [0.38, 0.4, 0.22],
];

const allocate = (rows: number) => ({
  customer_id: new Array<string>(rows),
  age: new Float64Array(rows),
  household_size: new Int32Array(rows),
  tenure_months: new Int32Array(rows),
  signup_month: new Int32Array(rows),
  contract: new Array<string>(rows),
  months_to_contract_end: new Float64Array(rows),
  payment_method: new Array<string>(rows),
  internet_service: new Array<string>(rows),
  monthly_charges: new Float64Array(rows),
  monthly_margin: new Float64Array(rows),
  price_increase: new Float64Array(rows),
  monthly_usage_gb: new Float64Array(rows),
  usage_trend: new Float64Array(rows),
  support_calls: new Int32Array(rows),
  late_payments: new Int32Array(rows),
  days_since_contact: new Float64Array(rows),
  satisfaction: new Float64Array(rows),
  price_sensitivity: new Float64Array(rows),
});

/** A telephone and internet company: contracts, bills, service trouble. */
export const telco: Scenario<ReturnType<typeof allocate>> = {
  name: 'telco',
  windowMonths,
  roles: {
    id: 'customer_id',
    label: 'churned',
    price: 'monthly_charges',
    margin: 'monthly_margin',
    tenure: 'tenure_months',
    sensitivity: 'price_sensitivity',
    segment_features: ['monthly_margin', 'satisfaction', 'usage_trend'],
    features: Object.keys(allocate(0)).filter((name) => name !== 'customer_id'),
    exclude: [],
  },
  allocate,

  write(columns, row, draw): Customer {
    const segment = draw.pick(shares);
    const kind = classes[segment];

    // Trouble with the company, which nobody records; what is recorded follows from it.
    const strain = draw.normal(kind.strain, 0.7);

    let tenure: number;
    let signupMonth: number;
    do {
      tenure = Math.min(120, 1 + Math.floor(draw.weibull(kind.tenure, 1.15)));
      signupMonth = (snapshotMonth - tenure + 1200) % 12;
    } while (!draw.chance(joining[signupMonth]));

    const contract = draw.pick(contractMix[segment]);
    const term = contractMonths[contract];
    const monthsLeft = term === 0 ? NaN : term - (tenure % term);
    const payment = draw.pick(paymentMix[segment]);
    const internet = draw.pick(internetMix[segment]);
    const household = 1 + draw.poisson(1.3);
    const age = draw.chance(0.03) ? NaN : Math.round(clamp(draw.normal(34 + tenure / 6, 13), 18, 90));

    const charges = cents(
      Math.max(18, kind.charge * internetPrice[internet] * Math.exp(draw.normal(0, 0.16))),
    );
    const supportCalls = draw.poisson(Math.exp(0.1 + 0.72 * strain));
    const latePayments = draw.poisson(Math.exp(-1.15 + 0.55 * strain + (payment < 2 ? 0.35 : -0.25)));
    const marginRate = clamp(draw.normal(kind.marginRate, 0.05), 0.15, 0.8);
    const margin = cents(Math.max(1, charges * marginRate - 0.6 * supportCalls));
    const priceIncrease = tenure < 12 ? NaN : decimals(Math.max(0, draw.normal(0.03, 0.03)), 3);

    const usage = internetUsage[internet] * Math.exp(draw.normal(0.1 * household - 0.25, 0.45));
    const usageTrend = decimals(clamp(draw.normal(-0.02 - 0.085 * strain, 0.07), -0.9, 0.9), 3);
    const satisfaction = decimals(clamp(draw.normal(6.2 - 1.55 * strain, 0.85), 1, 10), 1);
    const sinceContact =
      supportCalls > 0
        ? Math.floor(180 * draw.uniform() ** supportCalls)
        : draw.chance(0.5)
          ? NaN
          : 180 + Math.floor(draw.weibull(200, 1));
    const sensitivity = decimals(
      1 / (1 + Math.exp(-draw.normal(kind.sensitivity + 0.3 * latePayments - 0.1, 0.75))),
      3,
    );

    const bound = term > 0 && monthsLeft > windowMonths;
    const dearness = Math.log(charges / (kind.charge * internetPrice[internet]));
    const logHazard =
      -2.5 -
      0.44 * (satisfaction - 6) +
      0.2 * Math.min(supportCalls, 8) +
      0.22 * Math.min(latePayments, 5) -
      3.5 * usageTrend +
      (bound ? -1.8 : term > 0 ? 0.4 : 0.2) +
      (satisfaction < 5 && supportCalls >= 3 ? 0.3 : 0) +
      (payment === 0 ? 0.25 : 0) +
      (internet === 0 ? 0.15 : 0) +
      1.0 * dearness +
      (Number.isNaN(priceIncrease) ? 0 : 12 * priceIncrease * sensitivity) +
      (signupMonth >= 10 && tenure < 15 ? 0.4 : 0);

    // Forgotten subscriptions: a call reminds these people that they pay.
    const dormant = supportCalls === 0 && usageTrend < 0.12 && sensitivity < 0.42 && !bound && tenure > 6;

    columns.customer_id[row] = '';
    columns.age[row] = age;
    columns.household_size[row] = household;
    columns.tenure_months[row] = tenure;
    columns.signup_month[row] = signupMonth + 1;
    columns.contract[row] = contracts[contract];
    columns.months_to_contract_end[row] = monthsLeft;
    columns.payment_method[row] = payments[payment];
    columns.internet_service[row] = internets[internet];
    columns.monthly_charges[row] = charges;
    columns.monthly_margin[row] = margin;
    columns.price_increase[row] = priceIncrease;
    columns.monthly_usage_gb[row] = draw.chance(0.04) ? NaN : decimals(usage, 1);
    columns.usage_trend[row] = usageTrend;
    columns.support_calls[row] = supportCalls;
    columns.late_payments[row] = latePayments;
    columns.days_since_contact[row] = sinceContact;
    columns.satisfaction[row] = satisfaction;
    columns.price_sensitivity[row] = sensitivity;

    return {
      segment,
      leaving: leavingProbability(logHazard, tenure, windowMonths),
      sensitivity,
      receptiveness: clamp(1.15 + 0.25 * latePayments - 0.12 * supportCalls + 1.2 * dearness, 0.2, 2),
      harm: dormant ? 0.06 + 0.1 * (0.42 - sensitivity) : 0,
    };
  },
};
