import { type Reckoned, Reckoner, type ReckonerInputs } from './reckoner.js';
import type { Scenario } from './scenario.js';

/** What the page asks for: first the customers, a part at a time, then one scenario after the other. */
export type WorkerQuestion =
  { inputs: Partial<ReckonerInputs> } | { offer: string; values: Float64Array } | { scenario: Scenario };
/** What it hears: what the scenario came to, or why it cannot be reckoned. */
export type WorkerAnswer = { reckoned: Reckoned } | { fault: string };

const worker = self as unknown as {
  onmessage: (event: MessageEvent<WorkerQuestion>) => void;
  postMessage(answer: WorkerAnswer, transfer?: Transferable[]): void;
};

let inputs: Partial<ReckonerInputs> = {};
const values = new Map<string, Float64Array>();
let reckoner: Reckoner | undefined;

worker.onmessage = ({ data }) => {
  if ('inputs' in data) Object.assign(inputs, data.inputs);
  else if ('offer' in data) values.set(data.offer, data.values);
  else answer(data.scenario);
};

function answer(scenario: Scenario): void {
  try {
    const reckoned = (reckoner ??= startReckoner()).reckon(scenario);
    const { choice, cost, optimized, revalued } = reckoned;
    const columns = [choice, cost, optimized, ...Object.values(revalued ?? {})];
    worker.postMessage(
      { reckoned },
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (fault) {
    worker.postMessage({ fault: (fault as Error).message });
  }
}

/** The reckoner keeps what it needs of its inputs; the rest is let go. */
function startReckoner(): Reckoner {
  const started = new Reckoner({ ...(inputs as ReckonerInputs), values: Object.fromEntries(values) });
  inputs = {};
  values.clear();
  return started;
}
