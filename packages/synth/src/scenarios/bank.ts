import { codedNames, noOrYes } from '../drawing/coded-names.js';
import { customerIds } from '../drawing/customer-ids.js';
import { leavingProbability } from '../drawing/hazard.js';
import { cents, clamp, rounded } from '../drawing/rounding.js';
import { drawTenure, signupMonth } from '../drawing/season.js';
import { featuresOf, type Customer, type NamedScenario } from './scenario.js';

const accounts = ['Basic', 'Plus', 'Premium'];
const accountFee = [3.9, 8.9, 17.9];

/** Students open accounts in September and October. */
const joining = [0.6, 0.55, 0.6, 0.6, 0.6, 0.65, 0.65, 0.75, 1, 0.95, 0.65, 0.5];

/** Of each true class, in the order of `segments`. */
const share = [0.22, 0.46, 0.14, 0.18];
const meanTenure = [90, 75, 55, 20];
const meanBalance = [26_000, 5_200, 23_000, 3_100];
const meanIncome = [74_000, 41_000, 71_000, 34_000];
const meanStrain = [-1.1, -0.95, 1.15, 1.05];
const reluctance = [0.9, 0.3, -0.1, -0.3];
const accountMix = [
  [0.05, 0.45, 0.5],
  [0.5, 0.42, 0.08],
  [0.08, 0.47, 0.45],
  [0.68, 0.28, 0.04],
];
const mortgage = [0.45, 0.2, 0.28, 0.04];

const allocate = (rows: number) => ({
  customer_id: customerIds(rows),
  age: new Int32Array(rows),
  income: new Float64Array(rows),
  tenure_months: new Int32Array(rows),
  signup_month: new Int32Array(rows),
  account: codedNames(accounts, rows),
  products: new Int32Array(rows),
  mortgage: codedNames(noOrYes, rows),
  salary_account: codedNames(noOrYes, rows),
  balance: new Float64Array(rows),
  balance_trend: new Float64Array(rows),
  monthly_fee: new Float64Array(rows),
  monthly_margin: new Float64Array(rows),
  card_payments: new Int32Array(rows),
  app_logins: new Int32Array(rows),
  branch_visits: new Int32Array(rows),
  overdraft_days: new Int32Array(rows),
  complaints: new Int32Array(rows),
  credit_score: new Float64Array(rows),
  satisfaction: new Float64Array(rows),
  price_sensitivity: new Float64Array(rows),
  churned: new Uint8Array(rows),
});

/** Current accounts: balances that drift away, salaries that move, complaints. */
export const bank: NamedScenario<ReturnType<typeof allocate>> = {
  name: 'bank',
  roles: {
    id: 'customer_id',
    label: 'churned',
    price: 'monthly_fee',
    margin: 'monthly_margin',
    tenure: 'tenure_months',
    sensitivity: 'price_sensitivity',
    segment_features: ['monthly_margin', 'satisfaction', 'balance_trend'],
    features: featuresOf(allocate),
    exclude: [],
  },
  labels: [0, 1],
  allocate,

  write(columns, row, draw): Customer {
    const segment = draw.pick(share);
    // How far the customer has already turned to another bank, which nobody records.
    const strain = draw.normal(meanStrain[segment], 0.7);

    const tenure = drawTenure(draw, meanTenure[segment], joining);
    const age = Math.round(clamp(draw.normal(36 + tenure / 7, 14), 18, 95));
    const income = Math.round(meanIncome[segment] * Math.exp(draw.normal(0, 0.35)));
    const account = draw.pick(accountMix[segment]);
    const hasMortgage = draw.chance(mortgage[segment]);
    const salary = draw.chance(1 / (1 + Math.exp(-0.6 + 1.3 * strain)));
    const products = 1 + draw.poisson(clamp(1.3 - 0.5 * strain, 0.1, 4)) + (hasMortgage ? 1 : 0);

    const balance = cents(meanBalance[segment] * Math.exp(draw.normal(0, 0.3)));
    const balanceTrend = rounded(clamp(draw.normal(-0.02 - 0.1 * strain, 0.08), -0.95, 0.95), 1000);
    const fee = salary ? cents(accountFee[account] * 0.8) : accountFee[account];
    const margin = cents(
      Math.max(0.5, fee * 0.7 + (balance * draw.near(0.026, 0.005)) / 12 + 0.8 * products),
    );

    const cardPayments = draw.poisson(clamp(14 - 5 * strain, 1, 20));
    const logins = draw.poisson(clamp(11 - 3 * strain - (age - 45) / 8, 0.5, 20));
    const visits = draw.poisson(age > 60 ? 1.2 : 0.4);
    const overdraft = draw.poisson(segment % 2 === 0 ? 0.3 : 1.6);
    const complaints = draw.poisson(Math.exp(-1.5 + 0.75 * strain));
    const score = Math.round(clamp(draw.normal(665 + income / 2500 - 9 * overdraft, 48), 300, 850));
    const satisfaction = rounded(clamp(draw.normal(6.5 - 1.5 * strain, 0.85), 1, 10), 10);
    const sensitivity = draw.share(-reluctance[segment] + 0.12 * overdraft - (account === 2 ? 0.3 : 0), 0.75);

    const logHazard =
      -2.95 -
      0.34 * (satisfaction - 6) -
      3.2 * balanceTrend -
      0.04 * (cardPayments - 12) +
      0.42 * Math.min(complaints, 5) -
      0.16 * (products - 2) +
      (salary ? -0.6 : 0.5) +
      (hasMortgage ? -1.2 : 0) +
      (complaints > 0 && satisfaction < 5 ? 0.4 : 0) +
      (age < 30 && tenure < 24 ? 0.4 : 0) +
      (visits > 0 ? -0.15 : 0) +
      0.5 * (sensitivity - 0.5);

    // An account kept open out of habit: a letter about it is a reason to close it.
    const dormant = !salary && !hasMortgage && complaints === 0 && sensitivity < 0.5 && satisfaction > 4.5;

    columns.age[row] = age;
    columns.income[row] = draw.chance(0.07) ? NaN : income;
    columns.tenure_months[row] = tenure;
    columns.signup_month[row] = signupMonth(tenure);
    columns.account.codes[row] = account;
    columns.products[row] = products;
    columns.mortgage.codes[row] = hasMortgage ? 1 : 0;
    columns.salary_account.codes[row] = salary ? 1 : 0;
    columns.balance[row] = balance;
    columns.balance_trend[row] = balanceTrend;
    columns.monthly_fee[row] = fee;
    columns.monthly_margin[row] = margin;
    columns.card_payments[row] = cardPayments;
    columns.app_logins[row] = logins;
    columns.branch_visits[row] = visits;
    columns.overdraft_days[row] = overdraft;
    columns.complaints[row] = complaints;
    columns.credit_score[row] = draw.chance(0.03) ? NaN : score;
    columns.satisfaction[row] = satisfaction;
    columns.price_sensitivity[row] = sensitivity;

    return {
      segment,
      leaving: leavingProbability(logHazard, tenure),
      sensitivity,
      receptiveness: clamp(1.3 + 0.12 * overdraft - 0.35 * complaints, 0.1, 2),
      harm: dormant ? 0.04 + 0.08 * (0.5 - sensitivity) : 0,
    };
  },
};
