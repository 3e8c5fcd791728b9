import { type SynthesizeOptions, synthesizeRows } from '@clv/synth';

import type { Block } from '../block/block.js';
import { codeFewTexts } from '../block/code-few-texts.js';

/** Some rows of synthetic customers as they are quickly sent to another thread: texts that repeat as codes. */
export const synthesizeCoded = (options: SynthesizeOptions, from: number, to: number): Block =>
  codeFewTexts({ rows: to - from, columns: synthesizeRows(options, from, to) });
