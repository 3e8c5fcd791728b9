import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import * as prescribePackage from './index.js';

const {
  assignHoldout,
  binChoices,
  budgetEdge,
  budgetPath,
  defaultOffers,
  emptyBins,
  expectedValues,
  findUpgrades,
  prescribe,
  startWhatIf,
} = prescribePackage;

const columns = () => ({
  pChurn: [0.4, 0.05, 0.6],
  clv: [1000, 1000, 600],
  price: [50, 50, 40],
  sensitivity: [1, 0.5, 1],
  effectError: new Float64Array(9).fill(0.01),
});
const offers = () => defaultOffers.map((offer) => ({ ...offer }));
const choices = () => ({
  customers: 2,
  offers: 2,
  gain: Float64Array.of(0, 5, 0, 6),
  cost: Float64Array.of(0, 2, 0, 3),
});
const bins = () => {
  const sums = emptyBins();
  binChoices(sums, choices());
  return sums;
};
const limits = () => ({
  capacity: { total: 2, offers: [2, 2] },
  perSegment: { segment: ['a', 'b'], limits: { a: { minSpend: 0, maxSpend: 5, minShare: 0, maxShare: 1 } } },
  fairness: { group: ['a', 'b'], ratio: 0 },
});
const bootstrap = { resamples: 10, confidence: 0.9, seed: 1 };
const campaign = () => ({
  offers: ['none', 'call'],
  recommended: [1, 1, 1, 1],
  treated: [1, 1, 0, 0],
  stayed: [1, 0, 1, 0],
  propensity: [0.5, 0.5, 0.5, 0.5],
  value: [1, 2, 3, 4],
  cost: [1, 1, 1, 1],
  before: [0, 1, 0, 1],
  beforeValue: [0, 1, 0, 1],
  segment: ['a', 'a', 'b', 'b'],
  predictedEffect: [0, 0, 0, 0],
  predictedGain: [0, 0, 0, 0],
});
const edge = () => ({ critical: 5, last: 2 });
const terms = () => ({ offers: offers(), budget: 50, budgetBasis: 'expected', riskAversion: 0 });
const plan = () => prescribe(columns());

describeOddOptions(
  prescribePackage,
  {
    checkOffers: () => ({ offers: offers() }),
    readCustomers: () => ({
      table: { p: [0.5], clv: [5], price: [1], s: [1] },
      options: { pChurn: 'p', clv: 'clv', price: 'price', sensitivity: 's' },
    }),
    expectedValues: () => ({ inputs: columns(), offers: offers() }),
    budgetChoices: () => ({
      inputs: columns(),
      values: expectedValues(columns(), offers()),
      terms: { budgetBasis: 'expected', riskAversion: 1 },
    }),
    cautiousGain: () => ({ inputs: columns(), values: expectedValues(columns(), offers()), riskAversion: 1 }),
    allocateBudget: () => ({ options: { ...choices(), budget: 4, ...limits() } }),
    allocateBlocks: () => ({ blocks: () => [choices()], budget: 4 }),
    budgetEdge: () => ({ bins: bins(), budget: 4 }),
    edgeAbove: () => ({ bins: bins(), edge: edge() }),
    addSums: () => ({ bins: bins(), bin: 5, more: { cost: 1, gain: 1, count: 1 } }),
    emptyBins: () => ({ bins: bins() }),
    binChoices: () => ({ bins: bins(), choices: choices() }),
    chooseByEdge: () => ({ upgrades: findUpgrades(choices()), edge: edge(), exceptions: new Map() }),
    nearEdge: () => ({ upgrades: findUpgrades(choices()), edge: edge() }),
    settleAtEdge: () => ({ choices: choices(), bins: bins(), edge: budgetEdge(bins(), 4), budget: 4 }),
    covers: () => ({ wide: edge(), edge: edge() }),
    wideEdge: () => ({ bins: bins(), budget: 4 }),
    withBinAbove: () => ({ edge: edge() }),
    findUpgrades: () => ({
      choices: choices(),
      kept: { bins: bins(), holding: { critical: 5, choice: new Int32Array(2) } },
      spent: findUpgrades(choices()),
    }),
    budgetPath: () => ({ choices: choices() }),
    frontier: () => ({ choices: choices(), points: 5 }),
    gainAt: () => ({ path: budgetPath(choices()), budget: 4 }),
    prescribe: () => ({ inputs: columns(), options: terms() }),
    explain: () => ({ prescription: plan(), customer: 0, options: { currency: 'EUR' } }),
    choiceStability: () => ({
      prescription: plan(),
      inputs: columns(),
      options: { draws: 5, seed: 1, errorCorrelation: Float64Array.of(1, 0, 0, 1) },
    }),
    startWhatIf: () => ({ inputs: columns(), options: terms() }),
    startBudgetWhatIf: () => ({ inputs: columns(), options: terms() }),
    whatIf: () => ({
      state: startWhatIf(columns()),
      options: { offers: offers(), budget: 5, budgetBasis: 'expected', inputs: columns() },
    }),
    whatIfPath: () => ({ state: startWhatIf(columns()) }),
    whatIfFrontier: () => ({ state: startWhatIf(columns()), points: 5 }),
    comparePolicies: () => {
      const { values, choice } = plan();
      return {
        ours: { inputs: columns(), values, choice },
        options: { ...bootstrap, budget: 50, truth: values },
      };
    },
    sensitivity: () => ({
      inputs: columns(),
      // Of an offer that nobody gets the break-even is NaN.
      options: {
        ...terms(),
        budget: 1,
        swing: 0.2,
        factors: [{ name: 'f', low: columns(), high: columns() }],
      },
    }),
    evaluatePolicy: () => ({
      log: {
        offers: 2,
        offer: [0, 1],
        propensity: [0.5, 0.5],
        outcome: [1, 0],
        predicted: new Float64Array(4),
      },
      policy: [0, 1],
      options: { confidence: 0.9 },
    }),
    assignHoldout: () => ({ customers: 3, options: { share: 0.5, stratifyBy: ['a', 'a', 'b'], seed: 1 } }),
    holdBack: () => ({ choice: Int32Array.of(1, 0), group: assignHoldout(2) }),
    powerAnalysis: () => ({
      options: { baselineRate: 0.8, effect: 0.05, share: 0.1, power: 0.8, significance: 0.05 },
    }),
    measureCampaign: () => ({ log: campaign(), options: { confidence: 0.9 } }),
    fairnessReport: () => {
      const { choice, offers } = plan();
      return {
        policy: { choice, offers, group: ['a', 'b', 'b'] },
        options: { confidence: 0.9, tolerance: 0.8 },
      };
    },
  },
  {
    fixed: ['readCustomers.table'],
    written: [
      'addSums.bins',
      'emptyBins.bins',
      'binChoices.bins',
      'findUpgrades.kept',
      'findUpgrades.spent',
      'whatIf.state',
    ],
    working: ['allocateBlocks'],
    made: [
      ...['values', 'truth', 'upgrades', 'spent', 'path', 'state', 'group', 'policy.offers'],
      ...['prescription', 'kept'],
      ...['budgetChoices.inputs', 'cautiousGain.inputs', 'choiceStability.inputs'],
    ],
  },
);
