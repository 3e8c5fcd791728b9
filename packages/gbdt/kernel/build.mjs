// Compiles the kernel twice, with and without threads.
import { compileKernel } from '../../../tools/kernel/compile-kernel.mjs';

const common =
  '-O3 --converge --noAssert --runtime stub --importMemory --initialMemory 1 --maximumMemory 65536 --memoryBase 4096 --use abort= ' +
  '--enable simd --enable bulk-memory';

await compileKernel(import.meta.dirname, {
  threadedKernel: `${common} --enable threads --sharedMemory`,
  singleKernel: `${common} --disable threads`,
});
