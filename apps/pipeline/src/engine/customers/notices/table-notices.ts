import { columnNotices } from '@clv/table';

import type { CheckedCustomers } from '../check-customers.js';
import { contradictionNotices } from './labels-and-outcomes.js';

/** What is said of a sound table as a whole: nothing of its blocks, which alone may look otherwise. */
export const tableNotices = ({ columns, schema, compared }: CheckedCustomers): string[] => [
  ...columnNotices(columns, schema).map(({ message }) => `${message}.`),
  ...contradictionNotices(compared, schema),
];
