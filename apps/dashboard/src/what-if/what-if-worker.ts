import type { BudgetPoint } from '@clv/charts';
import { type Reckoned, Reckoner, type ReckonerInputs } from './reckoner.js';
import type { Scenario } from './scenario.js';

/** What the page asks for: first the customers, then one scenario after the other, and the frontier of the last. */
export type WorkerQuestion = { inputs: ReckonerInputs } | { scenario: Scenario } | { frontier: true };
/** What it hears: what the scenario came to, what budgets gain under it, or why it cannot be reckoned. */
export type WorkerAnswer = { reckoned: Reckoned } | { frontier: BudgetPoint[] } | { fault: string };

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
    if ('frontier' in data) {
      worker.postMessage({ frontier: reckoner!.frontier() });
      return;
    }
    const reckoned = (reckoner ??= new Reckoner(inputs)).reckon(data.scenario);
    const { choice, clv, cost, baseline, optimized } = reckoned;
    const transfer = [choice, clv, cost, baseline, optimized].map((column) => column.buffer as ArrayBuffer);
    worker.postMessage({ reckoned }, transfer);
  } catch (fault) {
    worker.postMessage({ fault: (fault as Error).message });
  }
};
