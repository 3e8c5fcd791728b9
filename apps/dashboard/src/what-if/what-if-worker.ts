import { type ScenarioResult, ScenarioCalculator, type CalculatorInputs } from './scenario-calculator.js';
import type { Scenario } from '../run/scenario.js';

/** What the page asks for: first the customers, a part at a time, then one scenario after the other. */
export type WorkerQuestion =
  { inputs: Partial<CalculatorInputs> } | { offer: string; values: Float64Array } | { scenario: Scenario };
/** What it hears: what the scenario came to, or why it cannot be calculated. */
export type WorkerAnswer = { result: ScenarioResult } | { fault: string };

const worker = self as unknown as {
  onmessage: (event: MessageEvent<WorkerQuestion>) => void;
  postMessage(answer: WorkerAnswer, transfer?: Transferable[]): void;
};

let inputs: Partial<CalculatorInputs> = {};
const values = new Map<string, Float64Array>();
let calculator: ScenarioCalculator | undefined;

worker.onmessage = ({ data }) => {
  if ('inputs' in data) Object.assign(inputs, data.inputs);
  else if ('offer' in data) values.set(data.offer, data.values);
  else answer(data.scenario);
};

function answer(scenario: Scenario): void {
  try {
    const result = (calculator ??= startCalculator()).calculate(scenario);
    const { choice, cost, optimized, outbid, revalued } = result;
    const columns = [choice, cost, optimized, outbid, ...Object.values(revalued ?? {})];
    worker.postMessage(
      { result },
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (fault) {
    worker.postMessage({ fault: (fault as Error).message });
  }
}

/** The calculator keeps what it needs of its inputs; the rest is let go. */
function startCalculator(): ScenarioCalculator {
  const started = new ScenarioCalculator({
    ...(inputs as CalculatorInputs),
    values: Object.fromEntries(values),
  });
  inputs = {};
  values.clear();
  return started;
}
