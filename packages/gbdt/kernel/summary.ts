// What a sketch keeps of a column: values in order, with the least and the most weight that may lie below each.
@unmanaged
export class Entry {
  least: f32; // weight of what is surely below the value
  most: f32; // weight of what may be up to it
  weight: f32; // of the value itself
  value: f32;
}
export const ENTRY_BYTES: usize = 16;

@unmanaged
export class Summary {
  entries: usize;
  size: i32;
}
export const SUMMARY_BYTES: usize = 8;

// @ts-ignore: decorator
@inline
export function entryAt(summary: Summary, index: i32): Entry {
  return changetype<Entry>(summary.entries + <usize>index * ENTRY_BYTES);
}

// @ts-ignore: decorator
@inline
export function below(entry: Entry): f32 {
  return entry.least + entry.weight;
}

// @ts-ignore: decorator
@inline
export function before(entry: Entry): f32 {
  return entry.most - entry.weight;
}
