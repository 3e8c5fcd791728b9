import { namesOf } from './drawing/coded-names.js';
import { textsOfIds } from './drawing/customer-ids.js';
import type { Column, Columns, DrawnColumn, DrawnColumns } from './scenarios/scenario.js';

/** Columns that were filled, as they are read: names are strings. */
export const columnsOf = (drawn: DrawnColumns): Columns =>
  Object.fromEntries(Object.entries(drawn).map(([name, column]) => [name, columnOf(column)]));

function columnOf(drawn: DrawnColumn): Column {
  if ('codes' in drawn) return namesOf(drawn);
  if ('first' in drawn) return textsOfIds(drawn);
  return drawn;
}
