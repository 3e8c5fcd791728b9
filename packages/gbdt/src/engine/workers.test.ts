import { predictGbdt } from '../predict.js';
import { trainGbdt } from '../train.js';
import { loadKernel } from './kernel.js';
import { callWorkers } from './workers.js';

const rows = 2000;
const x = { data: Float32Array.from({ length: 4 * rows }, (_, i) => (i * 7919) % 101), rows, columns: 4 };
const labels = Float32Array.from({ length: rows }, (_, row) => (x.data[4 * row] > 50 ? 1 : 0));

describe('workers', () => {
  it('that come when the work is over go home, so that call after call makes do with the same few memories', async () => {
    const model = await trainGbdt(x, labels, { rounds: 60 }, { threads: 1 });
    const { module, memory, kernel } = await loadKernel(true);
    kernel.dismiss();
    /** When the worker has been to all calls before. */
    const home = () => callWorkers(1, { module, memory });
    const { Memory } = WebAssembly;
    // Held here, so that none is collected, and made again.
    const made: WebAssembly.Memory[] = [];
    class Counted extends Memory {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        super(descriptor);
        made.push(this);
      }
    }
    WebAssembly.Memory = Counted;
    try {
      // The first calls are over before a worker has started.
      for (let call = 0; call < 10; call++) await predictGbdt(model, x, { threads: 2 });
      await home();
      const few = made.length;
      expect(few).toBeGreaterThan(0);
      for (let call = 0; call < 20; call++) {
        await predictGbdt(model, x, { threads: 2 });
        await home();
      }
      expect(made).toHaveLength(few);
    } finally {
      WebAssembly.Memory = Memory;
    }
  });
});
