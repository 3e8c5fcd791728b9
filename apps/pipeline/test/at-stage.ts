import { changedNode } from './changed-node.js';

/**
 * What makes a run send itself a signal as soon as it has kept a stage: however quick the machine is, it comes no further,
 * and however slow, that far.
 *
 * @returns what Node is to be told before the program.
 */
export const signalAtStage = (folder: string, signal: 'SIGKILL' | 'SIGSTOP'): string[] =>
  changedNode(
    folder,
    `const { rename } = fs.promises;
     fs.promises.rename = async (from, to) => {
       await rename(from, to);
       if (to.includes('.clv-stages')) process.kill(process.pid, '${signal}');
     };`,
  );
