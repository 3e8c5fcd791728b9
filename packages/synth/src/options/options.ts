import {
  checkOptions,
  InvalidInputError,
  shapes,
  type Fault,
  type OptionShapes,
  type Shape,
} from '@clv/contracts';
import { imitate } from '../lookalike/draw-lookalike.js';
import type { SynthesizerModel } from '../lookalike/model.js';
import { experimentRoles } from '../offers/experiment-roles.js';
import type { Campaign } from '../offers/experiment.js';
import { defaultOffers, type SynthOffer } from '../offers/offers.js';
import { allocateTruth } from '../offers/truth.js';
import { findScenario } from '../scenarios/index.js';
import type { Scenario } from '../scenarios/scenario.js';
import type { ExperimentOptions } from './experiment-options.js';
import { experimentFaults, offerFaults, wholeNumberFaults } from './option-faults.js';

/** How many customers of which scenario, and what the table tells of them. */
export interface SynthesizeOptions {
  /** How many customers, in one table up to 20,000,000, in blocks up to 1,000,000,000 (default 10,000). */
  customers?: number;
  /** A whole number: the same seed gives the same customers (default 42). */
  seed?: number;
  /** The kind of business, one of `scenarioNames` (default `telco`). */
  scenario?: string;
  /** A table to imitate, as `fitSynthesizer` learned it; takes the place of `scenario`. */
  like?: SynthesizerModel;
  /** Whether the table tells what nobody can know, in `true_*` columns (default false). */
  truth?: boolean;
  /** What can be offered; `none` is always among them (default `defaultOffers`). */
  offers?: readonly SynthOffer[];
  /**
   * A past campaign: adds `offer`, `propensity` (the chance of that offer) and `outcome` (1 stayed, 0 left). `churned`
   * then tells what came of the offer that the customer got (default: no campaign).
   */
  experiment?: ExperimentOptions;
}

const { exactly, listOf, record, text } = shapes;

/** What is told with all other faults. */
const toldLater: Shape = () => undefined;

const optionShapes: OptionShapes<SynthesizeOptions> = {
  customers: toldLater,
  seed: toldLater,
  scenario: text,
  like: record({}),
  truth: exactly(true, false),
  offers: listOf(record({ id: text })),
  experiment: record({}, { propensities: record({}) }),
};

/** Options that were found sound, with every default filled in. */
export interface Plan {
  customers: number;
  seed: number;
  scenario: Scenario;
  truth: boolean;
  offers: readonly SynthOffer[];
  campaign?: Campaign;
}

/**
 * @param mostCustomers that the caller can hold.
 * @throws InvalidInputError that lists every option at fault; InvalidOptionError for an unknown one.
 */
export function planOf(options: SynthesizeOptions, mostCustomers = 1e9): Plan {
  checkOptions(options, optionShapes);
  const { customers = 10_000, seed = 42, truth = false, experiment } = options;
  if (experiment) checkOptions(experiment, { assignment: toldLater, propensities: record({}) });
  const given = options.offers ?? defaultOffers;
  const offers = given.some(({ id }) => id === 'none') ? given : [{ id: 'none' }, ...given];
  const scenario = options.like ? imitate(options.like) : findScenario(options.scenario ?? 'telco');
  const faults = [
    ...wholeNumberFaults('customers', customers, 1, mostCustomers),
    ...wholeNumberFaults('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    ...('rule' in scenario ? [scenario] : []),
    ...offerFaults(given),
    ...(experiment ? experimentFaults(experiment, offers) : []),
    ...('rule' in scenario ? [] : columnsTwice(scenario, offers, options)),
  ];
  if (faults.length > 0 || 'rule' in scenario) throw new InvalidInputError(faults);
  return { customers, seed, scenario, truth, offers, campaign: experiment && campaignOf(experiment, offers) };
}

/** A column of the table that is imitated would be written over by one of the same name. */
function columnsTwice(
  scenario: Scenario,
  offers: readonly SynthOffer[],
  { experiment, truth }: SynthesizeOptions,
): Fault[] {
  const drawn = Object.keys(scenario.allocate(0));
  const added = {
    experiment: experiment ? Object.values(experimentRoles) : [],
    truth: truth ? Object.keys(allocateTruth(offers, 0)) : [],
  };
  return Object.entries(added).flatMap(([option, names]) =>
    drawn
      .filter((name) => names.some((other) => other === name))
      .map((name) => {
        const message = `${option} adds a column ${name}, and the table that is imitated has one already: leave it out of what is learned, or rename it`;
        return { path: option, rule: 'column-name-twice', message, column: name };
      }),
  );
}

function campaignOf(experiment: ExperimentOptions, offers: readonly SynthOffer[]): Campaign {
  const { assignment = 'random', propensities } = experiment;
  return { assignment, propensities: offers.map(({ id }) => propensities?.[id] ?? 1 / offers.length) };
}
