import { codedNames } from '../drawing/coded-names.js';
import { customerIds } from '../drawing/customer-ids.js';
import { leavingProbability } from '../drawing/hazard.js';
import { cents, clamp, rounded } from '../drawing/rounding.js';
import { drawTenure, signupMonth } from '../drawing/season.js';
import { featuresOf, type Customer, type NamedScenario } from './scenario.js';

const boxes = ['Classic', 'Family', 'Gourmet'];
const boxMarkup = [1, 1.18, 1.32];
const cycles = ['Weekly', 'Fortnightly', 'Monthly'];
const boxesPerMonth = [4.33, 2.17, 1];
const sources = ['Voucher', 'Friend', 'Search', 'Advert'];

/** New Year's resolutions; nobody begins in July. */
const joining = [1, 0.8, 0.65, 0.55, 0.5, 0.4, 0.35, 0.5, 0.75, 0.65, 0.7, 0.5];

/** Of each true class, in the order of `segments`. */
const share = [0.18, 0.32, 0.2, 0.3];
const meanTenure = [30, 28, 16, 6];
const meanSpend = [150, 62, 144, 55];
const meanStrain = [-1.05, -0.95, 1.15, 1.1];
const reluctance = [0.7, 0.2, -0.3, -0.7];
const boxMix = [
  [0.15, 0.35, 0.5],
  [0.6, 0.3, 0.1],
  [0.2, 0.38, 0.42],
  [0.68, 0.24, 0.08],
];
const cycleMix = [
  [0.7, 0.25, 0.05],
  [0.2, 0.45, 0.35],
  [0.62, 0.3, 0.08],
  [0.22, 0.4, 0.38],
];
const sourceMix = [
  [0.15, 0.4, 0.3, 0.15],
  [0.22, 0.3, 0.3, 0.18],
  [0.4, 0.15, 0.2, 0.25],
  [0.55, 0.08, 0.15, 0.22],
];

const allocate = (rows: number) => ({
  customer_id: customerIds(rows),
  household_size: new Int32Array(rows),
  tenure_months: new Int32Array(rows),
  signup_month: new Int32Array(rows),
  joined_by: codedNames(sources, rows),
  box: codedNames(boxes, rows),
  cycle: codedNames(cycles, rows),
  monthly_spend: new Float64Array(rows),
  monthly_margin: new Float64Array(rows),
  spend_trend: new Float64Array(rows),
  boxes_skipped: new Int32Array(rows),
  late_deliveries: new Int32Array(rows),
  refunds: new Int32Array(rows),
  items_rated: new Int32Array(rows),
  mean_rating: new Float64Array(rows),
  days_since_visit: new Float64Array(rows),
  email_open_rate: new Float64Array(rows),
  vouchers_used: new Int32Array(rows),
  price_sensitivity: new Float64Array(rows),
  churned: new Uint8Array(rows),
});

/** Boxes by subscription: customers won by vouchers, skipped boxes, late deliveries, ratings. */
export const retailSubscription: NamedScenario<ReturnType<typeof allocate>> = {
  name: 'retail-subscription',
  roles: {
    id: 'customer_id',
    label: 'churned',
    price: 'monthly_spend',
    margin: 'monthly_margin',
    tenure: 'tenure_months',
    sensitivity: 'price_sensitivity',
    segment_features: ['monthly_margin', 'email_open_rate', 'spend_trend'],
    features: featuresOf(allocate),
    exclude: [],
  },
  labels: [0, 1],
  allocate,

  write(columns, row, draw): Customer {
    const segment = draw.pick(share);
    // How tired of the boxes the household is, which nobody records.
    const strain = draw.normal(meanStrain[segment], 0.65);

    const tenure = drawTenure(draw, meanTenure[segment], joining);
    const household = 1 + draw.poisson(1.4);
    const source = draw.pick(sourceMix[segment]);
    const box = draw.pick(boxMix[segment]);
    const cycle = draw.pick(cycleMix[segment]);

    const spend = cents(meanSpend[segment] * boxMarkup[box] * Math.exp(draw.normal(-0.15, 0.17)));
    const spendTrend = rounded(clamp(draw.normal(-0.01 - 0.1 * strain, 0.07), -0.95, 0.95), 1000);
    const deliveries = 3 * boxesPerMonth[cycle];
    const skipped = Math.min(
      Math.floor(deliveries),
      draw.poisson(deliveries / (1 + Math.exp(1.9 - 0.9 * strain))),
    );
    const late = draw.poisson(Math.exp(-0.9 + 0.5 * strain));
    const refunds = draw.poisson(0.15 + 0.35 * late);
    const margin = cents(Math.max(0.5, spend * draw.near(0.34, 0.05) - 1.2 * refunds));

    const rated = draw.poisson(clamp(4 - 1.6 * strain, 0.3, 12));
    const rating = rounded(clamp(draw.normal(3.9 - 0.55 * strain, 0.45), 1, 5), 10);
    const opens = draw.share(-0.2 - 1.05 * strain, 0.4);
    const visit = Math.floor(draw.exponential(Math.exp(2.4 + 0.6 * strain)));
    const vouchers = draw.poisson(Math.exp(-0.8 - 0.6 * reluctance[segment] + (source === 0 ? 0.7 : 0)));
    const sensitivity = draw.share(-reluctance[segment] + 0.2 * vouchers, 0.7);

    const logHazard =
      -2.4 -
      3.0 * (opens - 0.45) -
      3.5 * spendTrend +
      0.12 * Math.min(skipped, 8) +
      0.26 * Math.min(late, 5) +
      0.14 * Math.min(refunds, 4) -
      (rated > 0 ? 0.5 * (rating - 3.5) : -0.3) +
      0.008 * Math.min(visit, 90) +
      (source === 0 && tenure <= 3 ? 0.8 : 0) +
      (source === 1 ? -0.3 : 0) +
      (late >= 2 && refunds === 0 ? 0.4 : 0) -
      0.06 * (household - 2) +
      0.8 * (sensitivity - 0.5);

    // The box arrives because nobody thought of stopping it.
    const drifting = opens < 0.7 && vouchers === 0 && late === 0 && sensitivity < 0.5 && tenure > 4;

    columns.household_size[row] = household;
    columns.tenure_months[row] = tenure;
    columns.signup_month[row] = signupMonth(tenure);
    columns.joined_by.codes[row] = source;
    columns.box.codes[row] = box;
    columns.cycle.codes[row] = cycle;
    columns.monthly_spend[row] = spend;
    columns.monthly_margin[row] = margin;
    columns.spend_trend[row] = spendTrend;
    columns.boxes_skipped[row] = skipped;
    columns.late_deliveries[row] = late;
    columns.refunds[row] = refunds;
    columns.items_rated[row] = rated;
    columns.mean_rating[row] = rated > 0 ? rating : NaN;
    columns.days_since_visit[row] = draw.chance(0.05) ? NaN : visit;
    columns.email_open_rate[row] = opens;
    columns.vouchers_used[row] = vouchers;
    columns.price_sensitivity[row] = sensitivity;

    return {
      segment,
      leaving: leavingProbability(logHazard, tenure),
      sensitivity,
      receptiveness: clamp(1.2 + 0.15 * vouchers - 0.25 * late, 0.1, 2),
      harm: drifting ? 0.06 + 0.1 * (0.5 - sensitivity) : 0,
    };
  },
};
