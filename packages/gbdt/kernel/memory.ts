// Memory is planned, not managed: regions follow one another from the heap's base, in the same order in every thread.
export const CACHE_LINE: usize = 128;

let end: u64 = 0; // 64 bits, so that a plan beyond the address space is seen

export function startAllocating(): void {
  end = __heap_base;
}

// Bytes that memory must have for all that was allocated; beyond 2^32 the addresses are void.
export function allocated(): f64 {
  return <f64>end;
}

export function allocate(bytes: u64): usize {
  const start = <usize>end;
  end = (end + bytes + 2 * CACHE_LINE - 1) & ~(<u64>CACHE_LINE - 1); // a spare line: vector loads may run over
  return start;
}

// Lets what is allocated next share room with what was allocated since `start`; returns where that ends.
export function reuseFrom(start: f64): f64 {
  const before = <f64>end;
  end = <u64>start;
  return before;
}

export function extendTo(address: f64): void {
  end = max<u64>(end, <u64>address);
}
