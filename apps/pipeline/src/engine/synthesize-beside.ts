import {
  type Column,
  type Columns,
  type SynthesizeOptions,
  synthesizeColumns,
  synthesizeRows,
} from '@clv/synth';

import { type Cells, CodedText } from '../block/block.js';
import { received } from '../block/received.js';
import { hasRunner, runErrand } from '../errands/run-errand.js';

type Numbers = Exclude<Column, string[]>;

/** Fewer customers are made sooner than another thread can be told of them. */
const least = 100_000;

/** What `synthesizeColumns` gives, half of it made by another thread where there is one. */
export async function synthesizeBeside(options: SynthesizeOptions & { customers: number }): Promise<Columns> {
  const { customers } = options;
  if (!hasRunner() || customers < least) return synthesizeColumns(options);
  const half = Math.floor(customers / 2);
  const others = runErrand('synthesizeCoded', options, half, customers);
  const own = synthesizeRows(options, 0, half);
  const { columns } = received(await others);
  return Object.fromEntries(Object.entries(own).map(([name, cells]) => [name, joined(cells, columns[name])]));
}

function joined(first: Column, last: Cells): Column {
  if (Array.isArray(first))
    return first.concat(last instanceof CodedText ? last.toArray() : (last as string[]));
  const others = last as Numbers;
  const Type = first.constructor as new (length: number) => Numbers;
  const whole = new Type(first.length + others.length);
  whole.set(first);
  whole.set(others, first.length);
  return whole;
}
