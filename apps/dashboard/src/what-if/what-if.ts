import type { BudgetPoint } from '@clv/charts';
import { nextTask } from '../next-task.js';
import type { ShownRun } from '../run/shown-run.js';
import type { Reckoned } from './reckoner.js';
import { reckonerInputs } from './reckoner-inputs.js';
import type { RunTerms } from './run-terms.js';
import type { Scenario } from './scenario.js';
import { startWorker } from './start-worker.js';
import type { WorkerAnswer, WorkerQuestion } from './what-if-worker.js';

/**
 * Tries out scenarios on all customers of a run, in a worker. Only the newest scenario counts: those asked for while one
 * is being reckoned are skipped but for the last. Fires `change` when an answer or a fault is there.
 */
export class WhatIf extends EventTarget {
  scenario: Scenario;
  /** What each budget can gain under the scenario last reckoned; null until then. */
  frontier: BudgetPoint[] | null = null;
  fault: string | null = null;
  private readonly worker: Worker;
  /** From the start on, as the worker must be told of the customers first. */
  private busy = true;
  private waiting = false;
  private applies = false;

  constructor(
    private readonly run: ShownRun,
    readonly terms: RunTerms,
  ) {
    super();
    this.scenario = terms.scenario;
    this.worker = startWorker();
    this.worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.hear(data);
    this.worker.onerror = () => this.hear({ fault: 'the what-if worker could not be loaded' });
    void this.introduce();
  }

  /** Whether the scenario is another than the run's own. */
  get differs(): boolean {
    return this.scenario !== this.terms.scenario;
  }

  /** Makes a scenario the policy in sight, as soon as it is reckoned. */
  ask(scenario: Scenario): void {
    this.scenario = scenario;
    this.applies = true;
    this.reckon();
  }

  /** Back to what the run recommends. */
  reset(): void {
    this.ask(this.terms.scenario);
    this.run.policy = this.run.recommended;
  }

  stop(): void {
    this.worker.terminate();
  }

  /** Tells the worker of the customers column by column, so that the page is never held up for long. */
  private async introduce(): Promise<void> {
    const { values, ...inputs } = reckonerInputs(this.run, this.terms);
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
    this.reckon();
  }

  /** A view is sent with all the bytes that it is a view of, which are the whole file: so a copy of its own. */
  private give(column: Float64Array, question: (column: Float64Array) => WorkerQuestion): void {
    const own = column.slice();
    this.say(question(own), [own.buffer]);
  }

  private reckon(): void {
    this.waiting = this.busy;
    if (this.busy) return;
    this.busy = true;
    this.say({ scenario: this.scenario });
  }

  private say(question: WorkerQuestion, transfer: Transferable[] = []): void {
    this.worker.postMessage(question, transfer);
  }

  private hear(answer: WorkerAnswer): void {
    this.busy = false;
    if (this.waiting) this.reckon();
    if ('fault' in answer) this.fault = answer.fault;
    else this.apply(answer.reckoned);
    this.dispatchEvent(new Event('change'));
  }

  private apply({ offers, choice, cost, optimized, revalued, frontier }: Reckoned): void {
    this.fault = null;
    this.frontier = frontier;
    if (!this.applies || !this.differs) return;
    const { clv, baseline } = revalued ?? this.run.recommended;
    this.run.policy = { offers, choice, cost, optimized, clv, baseline, values: offers.map(() => null) };
  }
}
