import { codedNames } from '../drawing/coded-names.js';
import { customerIds } from '../drawing/customer-ids.js';
import { leavingProbability, windowMonths } from '../drawing/hazard.js';
import { cents, clamp, rounded } from '../drawing/rounding.js';
import { drawTenure, signupMonth } from '../drawing/season.js';
import { featuresOf, type Customer, type NamedScenario } from './scenario.js';

const contracts = ['Month-to-month', 'One year', 'Two year'];
const terms = [0, 12, 24];
const payments = ['Electronic check', 'Mailed check', 'Bank transfer', 'Credit card'];
const internets = ['Fiber optic', 'DSL', 'None'];
const internetPrice = [1.18, 0.9, 0.62];
const internetUsage = [240, 120, 9];

/** Back to school in September, the sales of November and December. */
const joining = [0.55, 0.5, 0.55, 0.6, 0.6, 0.65, 0.65, 0.75, 0.9, 0.7, 1, 0.95];

/** Of each true class, in the order of `segments`. */
const share = [0.19, 0.36, 0.2, 0.25];
const meanTenure = [52, 48, 28, 11];
const meanCharge = [92, 50, 90, 46];
const marginRate = [0.58, 0.43, 0.57, 0.4];
const meanStrain = [-1.1, -0.95, 1.15, 1.05];
const reluctance = [0.8, 0.3, -0.25, -0.5];
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
  customer_id: customerIds(rows),
  age: new Float64Array(rows),
  household_size: new Int32Array(rows),
  tenure_months: new Int32Array(rows),
  signup_month: new Int32Array(rows),
  contract: codedNames(contracts, rows),
  months_to_contract_end: new Float64Array(rows),
  payment_method: codedNames(payments, rows),
  internet_service: codedNames(internets, rows),
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
  churned: new Uint8Array(rows),
});

/** A telephone and internet company: contracts that bind, bills, trouble with the service. */
export const telco: NamedScenario<ReturnType<typeof allocate>> = {
  name: 'telco',
  roles: {
    id: 'customer_id',
    label: 'churned',
    price: 'monthly_charges',
    margin: 'monthly_margin',
    tenure: 'tenure_months',
    sensitivity: 'price_sensitivity',
    segment_features: ['monthly_margin', 'satisfaction', 'usage_trend'],
    features: featuresOf(allocate),
    exclude: [],
  },
  labels: [0, 1],
  allocate,

  write(columns, row, draw): Customer {
    const segment = draw.pick(share);
    // Trouble with the company, which nobody records; what is recorded follows from it.
    const strain = draw.normal(meanStrain[segment], 0.7);

    const tenure = drawTenure(draw, meanTenure[segment], joining);
    const joined = signupMonth(tenure);
    const contract = draw.pick(contractMix[segment]);
    const term = terms[contract];
    const monthsLeft = term === 0 ? NaN : term - (tenure % term);
    const payment = draw.pick(paymentMix[segment]);
    const internet = draw.pick(internetMix[segment]);
    const household = 1 + draw.poisson(1.3);
    const age = draw.chance(0.03) ? NaN : Math.round(clamp(draw.normal(34 + tenure / 6, 13), 18, 90));

    const listPrice = meanCharge[segment] * internetPrice[internet];
    const charges = cents(Math.max(18, listPrice * Math.exp(draw.normal(0, 0.16))));
    const dearness = Math.log(charges / listPrice);
    const priceIncrease = tenure < 12 ? NaN : rounded(Math.min(0.25, draw.exponential(0.03)), 1000);
    const supportCalls = draw.poisson(Math.exp(0.1 + 0.72 * strain));
    const latePayments = draw.poisson(Math.exp(-1.15 + 0.55 * strain + (payment < 2 ? 0.35 : -0.25)));
    const margin = cents(Math.max(1, charges * draw.near(marginRate[segment], 0.08) - 0.6 * supportCalls));

    const usage = internetUsage[internet] * Math.exp(draw.normal(0.1 * household - 0.25, 0.45));
    const usageTrend = rounded(clamp(draw.normal(-0.02 - 0.085 * strain, 0.07), -0.9, 0.9), 1000);
    const satisfaction = rounded(clamp(draw.normal(6.2 - 1.55 * strain, 0.85), 1, 10), 10);
    const sensitivity = draw.share(-reluctance[segment] + 0.3 * latePayments, 0.75);
    const called = Math.floor(draw.exponential(supportCalls > 0 ? 90 / supportCalls : 300));

    const bound = monthsLeft > windowMonths;
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
      dearness +
      (tenure < 12 ? 0 : 12 * priceIncrease * sensitivity) +
      (joined >= 11 && tenure < 15 ? 0.4 : 0);

    // A call reminds those who have forgotten their subscription that they pay for it.
    const forgotten = supportCalls === 0 && usageTrend < 0.12 && sensitivity < 0.42 && !bound && tenure > 6;

    columns.age[row] = age;
    columns.household_size[row] = household;
    columns.tenure_months[row] = tenure;
    columns.signup_month[row] = joined;
    columns.contract.codes[row] = contract;
    columns.months_to_contract_end[row] = monthsLeft;
    columns.payment_method.codes[row] = payment;
    columns.internet_service.codes[row] = internet;
    columns.monthly_charges[row] = charges;
    columns.monthly_margin[row] = margin;
    columns.price_increase[row] = priceIncrease;
    columns.monthly_usage_gb[row] = draw.chance(0.04) ? NaN : rounded(usage, 10);
    columns.usage_trend[row] = usageTrend;
    columns.support_calls[row] = supportCalls;
    columns.late_payments[row] = latePayments;
    columns.days_since_contact[row] = called > 720 ? NaN : called;
    columns.satisfaction[row] = satisfaction;
    columns.price_sensitivity[row] = sensitivity;

    return {
      segment,
      leaving: leavingProbability(logHazard, tenure),
      sensitivity,
      receptiveness: clamp(1.35 + 0.25 * latePayments - 0.17 * supportCalls + dearness, 0.1, 2),
      harm: forgotten ? 0.06 + 0.1 * (0.42 - sensitivity) : 0,
    };
  },
};
