import { rocAuc } from '@clv/churn';

import type { SoundCustomers } from '../customers/sound-customers.js';
import { aucCeiling } from './auc-ceiling.js';

const labels = Int8Array.of(0, 1, 1, -1, 0);
const pChurn = Float64Array.of(0.1, 0.7, 0.3, 0.9, 0.4);

it('aucCeiling is the AUC of the truth, where it is known', async () => {
  const customers = { labels, truth: { pChurn } } as SoundCustomers;
  expect(await aucCeiling(customers)).toBe(rocAuc(labels, pChurn));
  expect(await aucCeiling({ ...customers, truth: undefined })).toBeUndefined();
});
