import { compileKernel } from '../../../tools/kernel/compile-kernel.mjs';

await compileKernel(import.meta.dirname, {
  kernel:
    '-O3 --converge --noAssert --runtime stub --importMemory --initialMemory 1 --use abort= --enable bulk-memory',
});
