import type { BudgetPoint } from '@clv/charts';
import type { ClvData } from '../clv-data.js';
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
  private busy = false;
  private waiting = false;
  private applies = false;

  constructor(
    private readonly run: ClvData,
    readonly terms: RunTerms,
  ) {
    super();
    this.scenario = terms.scenario;
    this.worker = startWorker();
    this.worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.hear(data);
    this.worker.onerror = () => this.hear({ fault: 'the what-if worker could not be loaded' });
    this.say({ inputs: reckonerInputs(run, terms) });
    this.reckon();
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

  private reckon(): void {
    this.waiting = this.busy;
    if (this.busy) return;
    this.busy = true;
    this.say({ scenario: this.scenario });
  }

  private say(question: WorkerQuestion): void {
    this.worker.postMessage(question);
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
