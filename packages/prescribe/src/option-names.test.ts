import { allocateBudget } from './allocate-budget.js';
import { assignHoldout } from './evidence/assign-holdout.js';
import { comparePolicies } from './evidence/compare-policies.js';
import { evaluatePolicy } from './evidence/evaluate-policy.js';
import { fairnessReport } from './evidence/fairness-report.js';
import { measureCampaign } from './evidence/measure-campaign.js';
import { powerAnalysis } from './evidence/power-analysis.js';
import { sensitivity } from './evidence/sensitivity.js';
import { explain } from './policy/explain.js';
import { prescribe } from './policy/prescribe.js';
import { choiceStability } from './policy/stability.js';
import { startWhatIf } from './policy/start-what-if.js';
import { whatIf } from './policy/what-if.js';
import { readCustomers } from './value/read-customers.js';

const inputs = { pChurn: [0.5, 0.2], clv: [500, 600], price: [30, 30] };
const policy = prescribe(inputs);
const { values, choice, offers } = policy;
const matrices = { customers: 1, offers: 2, gain: Float64Array.of(0, 5), cost: Float64Array.of(0, 2) };
const log = { offers: 1, offer: [0, 0], propensity: [1, 1], outcome: [0, 1] };
const campaign = { offers: ['none', 'call'], recommended: [1], treated: [1], stayed: [1] };

it.each<[string, string, (misspelt: object) => unknown]>([
  ['prescribe', 'bugdet', (odd) => prescribe(inputs, odd)],
  ['startWhatIf', 'bugdet', (odd) => startWhatIf(inputs, odd)],
  ['whatIf', 'bugdet', (odd) => whatIf(startWhatIf(inputs), odd)],
  ['readCustomers', 'pchurn', (odd) => readCustomers({}, odd)],
  ['allocateBudget', 'bugdet', (odd) => allocateBudget({ ...matrices, ...odd })],
  ['comparePolicies', 'resample', (odd) => comparePolicies({ inputs, values, choice }, odd)],
  ['sensitivity', 'swings', (odd) => sensitivity(inputs, odd)],
  ['choiceStability', 'draw', (odd) => choiceStability(policy, inputs, odd)],
  ['explain', 'curency', (odd) => explain(policy, 0, odd)],
  ['evaluatePolicy', 'confidance', (odd) => evaluatePolicy(log, [0, 0], odd)],
  ['assignHoldout', 'shares', (odd) => assignHoldout(10, odd)],
  ['powerAnalysis', 'effects', (odd) => powerAnalysis({ baselineRate: 0.8, ...odd })],
  ['measureCampaign', 'confidance', (odd) => measureCampaign(campaign, odd)],
  ['fairnessReport', 'tolerence', (odd) => fairnessReport({ choice, offers, group: ['a', 'b'] }, odd)],
])('%s refuses a misspelt option, such as %s', (_, name, call) => {
  expect(() => call({ [name]: 1 })).toThrow(`unknown option: ${name} (did you mean`);
});

it.each<[object, string]>([
  [{ capacity: { totl: 1 } }, 'capacity: unknown limit: totl (did you mean total?)'],
  [
    { perSegment: { segment: ['a'], limits: { a: { maxSpent: 1 } } } },
    'perSegment.limits.a: unknown limit: maxSpent (did you mean maxSpend?)',
  ],
  [
    { fairness: { group: ['a'], ratio: 0.8, rate: 1 } },
    'fairness: unknown limit: rate (did you mean ratio?)',
  ],
])('allocateBudget refuses a misspelt limit: %j', (odd, message) => {
  expect(() => allocateBudget({ ...matrices, ...odd })).toThrow(message);
});

it.each<[string, (odd: { seed: number }) => unknown]>([
  ['comparePolicies', (odd) => comparePolicies({ inputs, values, choice }, odd)],
  ['choiceStability', (odd) => choiceStability(policy, inputs, odd)],
  ['assignHoldout', (odd) => assignHoldout(10, odd)],
  ['fairnessReport', (odd) => fairnessReport({ choice, offers, group: ['a', 'b'] }, odd)],
])('%s refuses a seed that is no whole number', (_, call) => {
  for (const seed of [0.5, NaN, '42'])
    expect(() => call({ seed: seed as number })).toThrow(`seed must be a whole number: ${seed}`);
});

it.each(['500', true, null])(
  'prescribe refuses %p, which is no number, as a budget and a risk aversion',
  (odd) => {
    expect(() => prescribe(inputs, { budget: odd as never })).toThrow(`budget must be at least 0: ${odd}`);
    expect(() => prescribe(inputs, { riskAversion: odd as never })).toThrow(
      `riskAversion must be a number of at least 0: ${odd}`,
    );
  },
);
