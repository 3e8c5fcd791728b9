import { type Column, type SynthesizeOptions, synthesizeColumns, synthesizeRows } from '@clv/synth';

import { type Cells, CodedText } from '../../../block/block.js';
import { joinColumns } from '../../../block/join-columns.js';
import { joinPacked, packTexts } from '../../../block/texts/pack-texts.js';
import { packedAsArray } from '../../../block/texts/packed-as-array.js';
import { PackedText } from '../../../block/texts/packed-text.js';
import { received } from '../../../block/received-block.js';
import { sharedLike } from '../../../block/shared-memory.js';
import { hasRunner, runTask } from '../../../second-thread/run-task.js';

type Numbers = Exclude<Column, string[]>;

/** Of all customers: the other thread begins later, and has to send its own. */
const ownShare = 0.56;

/** Fewer customers are generated faster than another thread can be asked to. */
const least = 100_000;

/** What `synthesizeColumns` gives, a part of it made by another thread where there is one. */
export async function synthesizeBeside(
  options: SynthesizeOptions & { customers: number },
): Promise<Record<string, ArrayLike<unknown>>> {
  const { customers } = options;
  if (!hasRunner() || customers < least) return synthesizeColumns(options);
  const made = Math.floor(customers * ownShare);
  const others = runTask('synthesizeCoded', options, made, customers);
  const own = synthesizeRows(options, 0, made);
  const { columns } = received(await others);
  return Object.fromEntries(Object.entries(own).map(([name, cells]) => [name, joined(cells, columns[name])]));
}

function joined(first: Column, last: Cells): ArrayLike<unknown> {
  if (Array.isArray(first)) return joinedTexts(first, last);
  const others = last as Numbers;
  const whole = sharedLike(first, first.length + others.length);
  whole.set(first);
  whole.set(others, first.length);
  return whole;
}

function joinedTexts(first: string[], last: Cells): ArrayLike<unknown> {
  const packed = last instanceof PackedText ? packTexts(first) : undefined;
  if (packed !== undefined) return packedAsArray(joinPacked([packed, last as PackedText]));
  // Not by concat: once Apache Arrow is loaded it makes arrays that are several times as slow to read.
  return joinColumns([
    first,
    last instanceof CodedText ? last.toArray() : Array.from(last as Iterable<string>),
  ]);
}
