import { predictGbdt } from '../predict.js';
import { trainGbdt } from '../train.js';

const rows = 2000;
const x = { data: Float32Array.from({ length: 4 * rows }, (_, i) => (i * 7919) % 101), rows, columns: 4 };
const labels = Float32Array.from({ length: rows }, (_, row) => (x.data[4 * row] > 50 ? 1 : 0));

describe('workers', () => {
  it('that come when the work is over go home, so that call after call makes do with the same few memories', async () => {
    const model = await trainGbdt(x, labels, { rounds: 60 }, { threads: 1 });
    const { Memory } = WebAssembly;
    let made = 0;
    class Counted extends Memory {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        super(descriptor);
        made++;
      }
    }
    WebAssembly.Memory = Counted;
    try {
      // The first calls are over before a worker has started.
      for (let call = 0; call < 60; call++) {
        await predictGbdt(model, x, { threads: 2 });
        await new Promise((done) => setTimeout(done, 5));
      }
    } finally {
      WebAssembly.Memory = Memory;
    }
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(30);
  });
});
