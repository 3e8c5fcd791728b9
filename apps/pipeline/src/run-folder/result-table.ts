import type { Block } from '../duckdb/block-table.js';
import type { EngineRun } from '../engine/run-engine.js';
import { offerColumn } from '../engine/result-columns.js';

/** Every input column, then what the run found: a row for each prescribed customer. */
export function resultTable({
  customers,
  segments,
  assignment,
  pChurn,
  clv,
  prescription,
}: EngineRun): Block {
  const rows = customers.prescribed;
  const { values, choice, offers } = prescription;
  const taken = (numbers: ArrayLike<number>) => Float64Array.from(rows, (row) => numbers[row]);
  const perOffer = (matrix: Float64Array, offer: (i: number) => number) =>
    Float64Array.from(rows, (_, i) => matrix[i * offers.length + offer(i)]);
  const segment = Int32Array.from(rows, (row) => assignment.segment[row]);
  const chosen = (i: number) => choice[i];

  const table = new Map<string, ArrayLike<unknown>>();
  if (customers.schema.roles.id === undefined)
    table.set(
      'row',
      Int32Array.from(rows, (row) => row + 1),
    );
  for (const [name, cells] of Object.entries(customers.columns))
    table.set(
      name,
      Array.from(rows, (row) => cells[row]),
    );
  table.set('segment', segment);
  table.set(
    'segment_label',
    Array.from(segment, (number) => segments.names[number]),
  );
  table.set('p_churn', taken(pChurn));
  table.set('clv', taken(clv));
  table.set(
    'recommended_incentive',
    Array.from(choice, (offer) => offers[offer].id),
  );
  table.set('offer_cost', perOffer(values.cost, chosen));
  table.set(
    'expected_value_baseline',
    perOffer(values.value, () => 0),
  );
  table.set('expected_value_optimized', perOffer(values.value, chosen));
  offers.forEach(({ id }, offer) =>
    table.set(
      offerColumn(id),
      perOffer(values.value, () => offer),
    ),
  );
  return { rows: rows.length, columns: Object.fromEntries(table) };
}
