import { type Reckoned, Reckoner, type ReckonerInputs } from './reckoner.js';
import type { Scenario } from './scenario.js';

/** What the page asks for: first the customers, then one scenario after the other. */
export type WorkerQuestion = { inputs: ReckonerInputs } | { scenario: Scenario };
/** What it hears: what a scenario came to, or why it cannot be reckoned. */
export type WorkerAnswer = { reckoned: Reckoned } | { fault: string };

const worker = self as unknown as {
  onmessage: (event: MessageEvent<WorkerQuestion>) => void;
  postMessage(answer: WorkerAnswer, transfer?: Transferable[]): void;
};

let inputs: ReckonerInputs;
let reckoner: Reckoner | undefined;

worker.onmessage = ({ data }) => {
  if ('inputs' in data) {
    inputs = data.inputs;
    return;
  }
  try {
    const reckoned = (reckoner ??= new Reckoner(inputs)).reckon(data.scenario);
    const { choice, clv, cost, baseline, optimized } = reckoned;
    const transfer = [choice, clv, cost, baseline, optimized].map((column) => column.buffer as ArrayBuffer);
    worker.postMessage({ reckoned }, transfer);
  } catch (fault) {
    worker.postMessage({ fault: (fault as Error).message });
  }
};
