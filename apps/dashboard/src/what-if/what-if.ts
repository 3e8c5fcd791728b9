import type { BudgetPoint } from '@clv/charts';
import { checkOptions } from '@clv/contracts';
import { nextTask } from '../next-task.js';
import { crossFilter } from '../view/cross-filter.js';
import type { Figures } from '../view/figures.js';
import { everyone } from '../view/filter.js';
import type { Policy } from '../run/policy.js';
import type { ShownRun } from '../view/shown-run.js';
import type { ScenarioResult } from './scenario-calculator.js';
import { calculatorInputs } from './calculator-inputs.js';
import type { RunTerms } from '../run/run-terms.js';
import { type NamedScenario, type Scenario, scenarioShape } from '../run/scenario.js';
import { startWorker } from './start-worker.js';
import type { WorkerAnswer, WorkerQuestion } from './what-if-worker.js';

/** A scenario that was kept to be compared; null until it is calculated. */
export interface KeptScenario extends NamedScenario {
  figures: Figures | null;
}

const notLoaded =
  'the what-if worker could not be loaded: is what-if-worker.js beside the script, and allowed by the page’s policy?';

/**
 * Tries out scenarios on all customers of a run, in a worker. Only the newest scenario counts: those asked for while one
 * is being calculated are skipped, except the last. Fires `change` when an answer or a fault is there.
 */
export class WhatIf extends EventTarget {
  scenario: Scenario;
  /** What each budget can gain under the scenario last calculated; null until then. */
  frontier: BudgetPoint[] | null = null;
  /** What one more unit of its budget would gain. */
  shadowPrice = 0;
  /** What that scenario spends of its budget, where this counts what is committed. */
  committed?: number;
  /**
   * What the run's own scenario comes to as others do, of the rows there are, nobody held out and without caution, where the
   * summary's figures differ.
   */
  planned: Figures | null = null;
  fault: string | null = null;
  kept: readonly KeptScenario[] = [];
  /** None where the page's policy, or the origin of its scripts, lets none be started. */
  private readonly worker?: Worker;
  /** From the start, because the worker must get the customers first. */
  private busy = true;
  private waiting = false;
  private applies = false;
  /** The kept scenario that is being calculated, if it is not the one in sight. */
  private comparing?: KeptScenario;

  constructor(
    private readonly run: ShownRun,
    readonly terms: RunTerms,
  ) {
    super();
    this.scenario = terms.scenario;
    try {
      this.worker = startWorker();
    } catch {
      this.fault = notLoaded;
      return;
    }
    this.worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.hear(data);
    this.worker.onerror = () => this.hear({ fault: notLoaded });
    void this.introduce();
  }

  /** Whether the scenario is another than the run's own. */
  get differs(): boolean {
    return this.scenario !== this.terms.scenario;
  }

  /**
   * Makes a scenario the policy in sight, as soon as it is calculated.
   *
   * @throws InvalidOptionError that names what the scenario lacks.
   */
  ask(scenario: Scenario): void {
    checkOptions({ scenario }, { scenario: scenarioShape }, ['scenario']);
    this.scenario = scenario;
    this.applies = true;
    this.calculate();
  }

  /** Back to what the run recommends. */
  reset(): void {
    this.ask(this.terms.scenario);
    this.run.policy = this.run.recommended;
  }

  /** Keeps the scenario in sight, to be compared with others. */
  keep(name: string): void {
    const figures = this.busy ? null : this.run.totals;
    this.hold([...this.kept, { name, scenario: this.scenario, figures }]);
  }

  /** Keeps these and no others; those that were not kept before are calculated when there is time. */
  keepOnly(scenarios: readonly NamedScenario[]): void {
    const text = ({ name, scenario }: NamedScenario) => JSON.stringify([name, scenario]);
    const known = new Map(this.kept.map((each) => [text(each), each]));
    this.hold(scenarios.map((each) => known.get(text(each)) ?? { ...each, figures: null }));
  }

  stop(): void {
    this.worker?.terminate();
  }

  /** Tells the worker of the customers column by column, so that the page is never held up for long. */
  private async introduce(): Promise<void> {
    const { values, ...inputs } = calculatorInputs(this.run, this.terms);
    for (const [name, input] of Object.entries(inputs)) {
      if (input instanceof Float64Array) this.give(input, (column) => ({ inputs: { [name]: column } }));
      else this.say({ inputs: { [name]: input } });
      await nextTask();
    }
    for (const [offer, column] of Object.entries(values)) {
      this.give(column, (own) => ({ offer, values: own }));
      await nextTask();
    }
    this.busy = false;
    this.calculate();
  }

  /** A view is sent with all the bytes that it is a view of, which are the whole file: so a copy of its own. */
  private give(column: Float64Array, question: (column: Float64Array) => WorkerQuestion): void {
    const own = column.slice();
    this.say(question(own), [own.buffer]);
  }

  private calculate(): void {
    this.waiting = this.busy;
    if (this.busy) return;
    this.busy = true;
    this.put(this.scenario);
  }

  /** A sample gets its share of the budget. */
  private put(scenario: Scenario): void {
    const { budget } = scenario;
    this.say({ scenario: { ...scenario, budget: budget && budget / this.run.customers.weight } });
  }

  private say(question: WorkerQuestion, transfer: Transferable[] = []): void {
    this.worker?.postMessage(question, transfer);
  }

  private hold(kept: readonly KeptScenario[]): void {
    this.kept = kept;
    this.compare();
    this.dispatchEvent(new Event('change'));
  }

  /** Calculates the next of the kept scenarios of which nothing is known yet. */
  private compare(): void {
    if (this.busy) return;
    this.comparing = this.kept.find(({ figures }) => figures === null);
    if (!this.comparing) return;
    this.busy = true;
    this.put(this.comparing.scenario);
  }

  private hear(answer: WorkerAnswer): void {
    const { comparing } = this;
    this.busy = false;
    this.comparing = undefined;
    if (this.waiting) this.calculate();
    if ('fault' in answer) this.fail(answer.fault, comparing);
    else if (comparing) this.take(comparing, answer.result);
    else this.apply(answer.result);
    this.compare();
    this.dispatchEvent(new Event('change'));
  }

  private fail(fault: string, comparing?: KeptScenario): void {
    this.fault = comparing ? `${comparing.name}: ${fault}` : fault;
    this.kept = this.kept.filter((each) => each !== comparing);
  }

  private take(comparing: KeptScenario, result: ScenarioResult): void {
    const figures = this.figuresOf(result);
    this.kept = this.kept.map((each) => (each === comparing ? { ...each, figures } : each));
  }

  private apply(result: ScenarioResult): void {
    this.fault = null;
    const { customers, summary } = this.run;
    const { weight } = customers;
    this.frontier = result.frontier.map(({ budget, gain }) => ({
      budget: budget * weight,
      gain: gain * weight,
    }));
    this.shadowPrice = result.shadowPrice;
    this.committed = result.committed && result.committed * weight;
    const isOtherwise = summary.holdout || weight !== 1 || this.terms.config?.risk_aversion;
    if (isOtherwise && !this.differs) this.planned = this.figuresOf(result);
    if (this.applies && this.differs) this.run.policy = this.policyOf(result);
  }

  private figuresOf(result: ScenarioResult): Figures {
    return crossFilter(this.run.customers, this.policyOf(result), everyone).figures;
  }

  private policyOf({ offers, choice, cost, optimized, outbid, revalued }: ScenarioResult): Policy {
    const { clv, baseline } = revalued ?? this.run.recommended;
    return { offers, choice, cost, optimized, outbid, clv, baseline, values: offers.map(() => null) };
  }
}
