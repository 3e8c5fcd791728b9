import { type SynthesizeOptions, synthesizeRows } from '@clv/synth';

import type { Block } from '../../../block/block.js';
import { codeFewTexts } from '../../../block/texts/code-few-texts.js';
import { packTexts } from '../../../block/texts/pack-texts.js';

/** Some rows of synthetic customers as they are quickly sent to another thread: texts that repeat as codes, others packed. */
export function synthesizeCoded(options: SynthesizeOptions, from: number, to: number): Block {
  const { rows, columns } = codeFewTexts({ rows: to - from, columns: synthesizeRows(options, from, to) });
  const sent = Object.entries(columns).map(([name, cells]) => [
    name,
    Array.isArray(cells) ? (packTexts(cells) ?? cells) : cells,
  ]);
  return { rows, columns: Object.fromEntries(sent) };
}
