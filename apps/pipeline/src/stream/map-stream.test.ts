import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { mapStream } from './map-stream.js';
import { namedColumns } from './write-batches.js';

describe('mapStream', () => {
  it.each(['lz4.arrows', 'zstd.arrows'])('reads %s, which pyarrow has compressed', async (name) => {
    const read: unknown[] = [];
    const input = createReadStream(join('test', 'golden', 'compressed-arrow', name));
    const mapped = await mapStream(input, new PassThrough().resume(), {
      reads: ['customer', 'contract', 'charge'],
      answer: (batch) => {
        for (const { customer, contract, charge } of batch) read.push([customer, contract, charge]);
        return { rows: batch.numRows, columns: namedColumns({ n: new Float64Array(batch.numRows) }) };
      },
      nothing: () => [],
    });
    expect(mapped).toEqual({ rows: 60, lacksMark: false });
    expect(read).toEqual(
      [...Array(60).keys()].map((i) => [
        `K${String(i).padStart(3, '0')}`,
        ['Monthly', 'Yearly', null][i % 3],
        20 + i / 4,
      ]),
    );
  });
});
