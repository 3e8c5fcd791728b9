import { codedNames, noOrYes } from '../drawing/coded-names.js';
import { customerIds } from '../drawing/customer-ids.js';
import { leavingProbability, windowMonths } from '../drawing/hazard.js';
import { cents, clamp, rounded } from '../drawing/rounding.js';
import { drawTenure, signupMonth } from '../drawing/season.js';
import { featuresOf, type Customer, type NamedScenario } from './scenario.js';

const industries = ['Software', 'Finance', 'Health', 'Education', 'Manufacturing', 'Agencies', 'Other'];
const industryMix = [0.22, 0.14, 0.12, 0.1, 0.14, 0.16, 0.12];
const plans = ['Starter', 'Team', 'Enterprise'];
const billings = ['Monthly', 'Annual'];
const seatPrice = [15, 23, 31];

/** New budgets in January, new projects in September; little in August and December. */
const joining = [1, 0.8, 0.8, 0.7, 0.7, 0.65, 0.5, 0.4, 0.95, 0.8, 0.7, 0.4];

/** Of each true class, in the order of `segments`. */
const share = [0.24, 0.42, 0.16, 0.18];
const meanTenure = [44, 36, 26, 9];
const meanSeats = [48, 14, 46, 12];
const meanStrain = [-1.05, -0.9, 1.1, 1.05];
const reluctance = [0.9, 0.2, 0.1, -0.5];
const planMix = [
  [0.04, 0.38, 0.58],
  [0.55, 0.4, 0.05],
  [0.05, 0.42, 0.53],
  [0.74, 0.24, 0.02],
];
const annual = [0.75, 0.5, 0.45, 0.15];

const allocate = (rows: number) => ({
  customer_id: customerIds(rows),
  industry: codedNames(industries, rows),
  employees: new Float64Array(rows),
  tenure_months: new Int32Array(rows),
  signup_month: new Int32Array(rows),
  plan: codedNames(plans, rows),
  billing: codedNames(billings, rows),
  months_to_renewal: new Float64Array(rows),
  seats: new Int32Array(rows),
  monthly_fee: new Float64Array(rows),
  monthly_margin: new Float64Array(rows),
  active_seats: new Float64Array(rows),
  logins_per_seat: new Float64Array(rows),
  usage_trend: new Float64Array(rows),
  features_adopted: new Int32Array(rows),
  integrations: new Int32Array(rows),
  support_tickets: new Int32Array(rows),
  failed_payments: new Int32Array(rows),
  champion_left: codedNames(noOrYes, rows),
  survey_score: new Float64Array(rows),
  price_sensitivity: new Float64Array(rows),
  churned: new Uint8Array(rows),
});

/** Software by subscription: accounts with seats, renewals, and a champion inside who may move on. */
export const saas: NamedScenario<ReturnType<typeof allocate>> = {
  name: 'saas',
  roles: {
    id: 'customer_id',
    label: 'churned',
    price: 'monthly_fee',
    margin: 'monthly_margin',
    tenure: 'tenure_months',
    sensitivity: 'price_sensitivity',
    segment_features: ['monthly_margin', 'active_seats', 'usage_trend'],
    features: featuresOf(allocate),
    exclude: [],
  },
  labels: [0, 1],
  allocate,

  write(columns, row, draw): Customer {
    const segment = draw.pick(share);
    // How badly the product fits the account, which nobody records.
    const strain = draw.normal(meanStrain[segment], 0.7);

    const tenure = drawTenure(draw, meanTenure[segment], joining);
    const plan = draw.pick(planMix[segment]);
    const yearly = draw.chance(annual[segment]);
    const monthsLeft = yearly ? 12 - (tenure % 12) : NaN;
    const seats = Math.max(1, Math.round(meanSeats[segment] * Math.exp(draw.normal(0, 0.24))));
    const employees = Math.round(seats * (1.5 + draw.exponential(4)));
    const fee = cents(seats * seatPrice[plan] * (yearly ? 0.85 : 1));
    const tickets = draw.poisson(Math.exp(0.15 + 0.6 * strain));
    const margin = cents(Math.max(1, fee * draw.near(0.74, 0.08) - 6 * tickets));

    const adopted = draw.poisson(clamp(4.5 - 1.5 * strain, 0.5, 9));
    const integrations = draw.poisson(clamp(1.6 - 0.6 * strain + 0.5 * plan, 0.2, 5));
    const activeSeats = draw.share(0.9 - 1.05 * strain, 0.55);
    const logins = rounded(14 * activeSeats * Math.exp(draw.normal(0, 0.35)), 10);
    const usageTrend = rounded(clamp(draw.normal(-0.01 - 0.09 * strain, 0.08), -0.95, 0.95), 1000);
    const failedPayments = draw.poisson(Math.exp(-1.9 + 0.6 * strain + (yearly ? -0.8 : 0)));
    const championLeft = draw.chance(0.04 + 0.1 / (1 + Math.exp(-2 * strain)));
    const survey = clamp(Math.round(draw.normal(7.2 - 1.4 * strain, 1.3)), 0, 10);
    const sensitivity = draw.share(
      -reluctance[segment] + 0.4 * failedPayments + (plan === 0 ? 0.3 : 0),
      0.75,
    );

    const bound = monthsLeft > windowMonths;
    const logHazard =
      -2.75 -
      3.0 * (activeSeats - 0.6) -
      3.5 * usageTrend -
      0.12 * (adopted - 4) -
      0.14 * integrations +
      0.14 * Math.min(tickets, 8) +
      0.4 * Math.min(failedPayments, 4) +
      (championLeft ? 0.9 : 0) +
      (bound ? -1.9 : yearly ? 0.7 : 0.3) +
      (usageTrend < -0.1 && tickets >= 3 ? 0.4 : 0) +
      (tenure < 6 && adopted < 3 ? 0.5 : 0) +
      0.5 * (sensitivity - 0.5);

    // A call about a better price makes an idle account ask what it pays for.
    const idle = tickets === 0 && activeSeats < 0.85 && sensitivity < 0.45 && !bound && tenure > 6;

    columns.industry.codes[row] = draw.pick(industryMix);
    columns.employees[row] = draw.chance(0.08) ? NaN : employees;
    columns.tenure_months[row] = tenure;
    columns.signup_month[row] = signupMonth(tenure);
    columns.plan.codes[row] = plan;
    columns.billing.codes[row] = yearly ? 1 : 0;
    columns.months_to_renewal[row] = monthsLeft;
    columns.seats[row] = seats;
    columns.monthly_fee[row] = fee;
    columns.monthly_margin[row] = margin;
    columns.active_seats[row] = activeSeats;
    columns.logins_per_seat[row] = logins;
    columns.usage_trend[row] = usageTrend;
    columns.features_adopted[row] = adopted;
    columns.integrations[row] = integrations;
    columns.support_tickets[row] = tickets;
    columns.failed_payments[row] = failedPayments;
    columns.champion_left.codes[row] = championLeft ? 1 : 0;
    columns.survey_score[row] = draw.chance(0.35) ? NaN : survey;
    columns.price_sensitivity[row] = sensitivity;

    return {
      segment,
      leaving: leavingProbability(logHazard, tenure),
      sensitivity,
      receptiveness: clamp(1.3 + 0.3 * failedPayments - 0.14 * tickets - (championLeft ? 0.5 : 0), 0.1, 2),
      harm: idle ? 0.05 + 0.1 * (0.45 - sensitivity) : 0,
    };
  },
};
