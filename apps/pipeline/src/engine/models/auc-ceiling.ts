import { runTask } from '../../second-thread/run-task.js';
import type { SoundCustomers } from '../customers/sound-customers.js';

/** The AUC of the truth itself, the best that any model could reach; undefined where no truth is known. */
export async function aucCeiling({ labels, truth }: SoundCustomers): Promise<number | undefined> {
  return truth && runTask('rocAuc', labels, truth.pChurn);
}
