import { defineSchema } from '@clv/table';

import { parseConfig } from '../../config/load-config.js';
import { findSegments } from './find-segments.js';

it('findSegments names the option of the config and the columns where customers are too much alike', async () => {
  const columns = { price: [50, 60, 50, 60, 50], tenure: [12, 12, 12, 12, 12] };
  const schema = defineSchema({ price: 'price', tenure: 'tenure' });
  await expect(findSegments({ columns, schema }, parseConfig({ segments: { k: 3 } }))).rejects.toMatchObject({
    path: 'segments.k',
    message:
      'segments.k must be at most the number of customers that price and tenure tell apart, 2: 3 (tenure is the same in every row)',
  });
});
