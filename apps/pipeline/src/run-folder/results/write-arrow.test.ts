import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Type, tableFromIPC } from '@uwdata/flechette';

import { type Cells, CodedText } from '../../block/block.js';
import { packTexts } from '../../block/texts/pack-texts.js';
import { writeArrow } from './write-arrow.js';

const written = async (columns: Record<string, Cells>, ...textColumns: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'clv-arrow-'));
  try {
    const path = join(folder, 'written.arrow');
    await writeArrow({ rows: 0, columns }, new Set(textColumns), path);
    const table = tableFromIPC(readFileSync(path));
    return {
      cells: table.toColumns(),
      typeOf: (name: string) => table.getChild(name)!.type.typeId,
      isDictionary: (name: string) => 'dictionary' in table.getChild(name)!.type,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('writeArrow', () => {
  it('keeps a text that repeats once, and ids as they are', async () => {
    const { cells, isDictionary } = await written({ id: ['a', 'b', 'ü'], plan: ['DSL', 'DSL', 'DSL'] });
    expect(cells).toEqual({ id: ['a', 'b', 'ü'], plan: ['DSL', 'DSL', 'DSL'] });
    expect([isDictionary('id'), isDictionary('plan')]).toEqual([false, true]);
  });

  it('writes a date as text that tells it in every time zone', async () => {
    const { cells } = await written({ since: [new Date(Date.UTC(2024, 1, 29)), null] });
    expect(cells).toEqual({ since: ['2024-02-29T00:00:00.000Z', null] });
  });

  it('turns text that is all numbers into numbers, unless it is asked for as text', async () => {
    const { cells } = await written({ id: ['01', '02'], months: ['3', null] }, 'id');
    expect(cells).toEqual({ id: ['01', '02'], months: Float64Array.of(3, NaN) });
  });

  it('keeps codes whose leading zeros say something as text, and numbers between 0 and 1 as numbers', async () => {
    const { cells } = await written({ branch: ['01', '02', '11'], share: ['0.5', '0', '-0.25'] });
    expect(cells).toEqual({ branch: ['01', '02', '11'], share: Float64Array.of(0.5, 0, -0.25) });
  });

  it('writes text that was coded before as it writes the texts themselves', async () => {
    const plans = ['ü', 'DSL', 'ü', 'Fibre'];
    const codes = Uint8Array.of(0, 1, 0, 2);
    const { cells, isDictionary } = await written({
      plan: new CodedText(codes, ['ü', 'DSL', 'Fibre']),
      months: new CodedText(codes, ['3', '24', '1']),
    });
    expect(cells).toEqual({ plan: plans, months: Float64Array.of(3, 24, 3, 1) });
    expect(isDictionary('plan')).toBe(true);
  });

  it('writes packed ids as it writes the ids themselves', async () => {
    const id = ['C1', 'Ø2', 'C03'];
    const packed = await written({ id: packTexts(id)! }, 'id');
    const plain = await written({ id }, 'id');
    expect(packed.cells).toEqual({ id });
    expect([packed.isDictionary('id'), packed.typeOf('id')]).toEqual([false, plain.typeOf('id')]);
  });

  it('keeps every one of many ids, beyond ASCII too', async () => {
    const id = Array.from({ length: 20_000 }, (_, i) => (i % 7000 === 0 ? null : `${i % 3 ? 'K' : 'Ø'}${i}`));
    const { cells, isDictionary } = await written({ id }, 'id');
    expect(cells.id).toEqual(id);
    expect(isDictionary('id')).toBe(false);
  });

  it('keeps blanks in a column of ids', async () => {
    expect((await written({ id: ['a', null, 'c'] })).cells).toEqual({ id: ['a', null, 'c'] });
  });

  it('writes the columns of nobody', async () => {
    const coded = new CodedText(new Uint8Array(0), ['DSL']);
    const { cells } = await written({ id: [], plan: coded, months: new Float64Array(0), left: [] }, 'id');
    expect(Object.keys(cells)).toEqual(['id', 'plan', 'months', 'left']);
    expect(Array.from(cells.id)).toEqual([]);
  });

  it('writes a column of blanks as text, which every reader of Arrow takes', async () => {
    const { cells, typeOf } = await written({ left: [null, null] });
    expect([cells, typeOf('left')]).toEqual([{ left: [null, null] }, Type.Utf8]);
  });
});
