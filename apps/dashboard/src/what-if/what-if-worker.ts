import { type Reckoned, Reckoner, type ReckonerInputs } from './reckoner.js';
import type { Scenario } from './scenario.js';

/** What the page asks for: first the customers, then one scenario after the other. */
export type WorkerQuestion = { inputs: ReckonerInputs } | { scenario: Scenario };
/** What it hears: what the scenario came to, or why it cannot be reckoned. */
export type WorkerAnswer = { reckoned: Reckoned } | { fault: string };

const worker = self as unknown as {
  onmessage: (event: MessageEvent<WorkerQuestion>) => void;
  postMessage(answer: WorkerAnswer, transfer?: Transferable[]): void;
};

let inputs: ReckonerInputs | undefined;
let reckoner: Reckoner | undefined;

worker.onmessage = ({ data }) => {
  if ('inputs' in data) {
    inputs = data.inputs;
    return;
  }
  try {
    reckoner ??= new Reckoner(inputs!);
    // The reckoner keeps what it needs of them.
    inputs = undefined;
    const reckoned = reckoner.reckon(data.scenario);
    const { choice, cost, optimized, revalued } = reckoned;
    const columns = [choice, cost, optimized, ...Object.values(revalued ?? {})];
    worker.postMessage(
      { reckoned },
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (fault) {
    worker.postMessage({ fault: (fault as Error).message });
  }
};
