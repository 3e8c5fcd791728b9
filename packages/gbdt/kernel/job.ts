// What all threads know of one training: its parameters, which JavaScript writes as float64 numbers from PARAMETERS on
// (in the order of `src/train/job.ts`), and where everything lies in memory. Each thread plans for itself; as the plan depends on
// the parameters alone, all arrive at the same addresses.
import { CACHE_LINE, allocate, allocated, extendTo, reuseFrom, startAllocating } from './memory';
import { sketchBytes } from './sketch-size';

const PARAMETERS: usize = 1024;

export const BINS = 256; // a column is cut into at most so many
export const BIN_BYTES: usize = 16; // of a histogram: the sums of gradients and of hessians, i64 each
const MAX_TILE = 10; // columns of a tile: its histogram stays in the first-level cache
const HISTOGRAM_BUDGET: f64 = 768e6; // bytes

export let rows: i32 = 0;
export let columns: i32 = 0;
export let treeColumns: i32 = 0; // how many of the columns a tree may split on
export let threads: i32 = 1;
export let maxDepth: i32 = 6;
export let maxBin: i32 = 256;
export let logistic: bool = true;
export let wideCodes: bool = false; // a row's bin of a column takes two bytes, not one
export let weighted: bool = false;
export let constrained: bool = false;
export let sampled: bool = false;
export let eta: f64 = 0;
export let lambda: f64 = 0;
export let alpha: f64 = 0;
export let gamma: f64 = 0;
export let minChildWeight: f64 = 0;
export let subsample: f64 = 1;
export let seed: i32 = 0;
export let maxWeight: f64 = 1;
export let scaleG: f64 = 1; // quanta of a gradient of 1
export let scaleH: f64 = 1;
export let blockRows: i32 = 0;
export let slabRows: i32 = 0;
export let stagedColumns: i32 = 0;

export let blocks: i32 = 0;
export let tileColumns: i32 = 0;
export let tiles: i32 = 0;
export let codeBytes: usize = 1; // a row's bin of a column
export let missingSlot: usize = 255; // where a histogram counts missing values
export let featureBytes: usize = 0; // one feature's histogram
export let nodeBytes: usize = 0; // one node's histogram: all features of a tree
export let pairSlots: i32 = 0; // nodes whose histograms a thread builds at a time
export let maxCandidates: i32 = 0; // nodes of the widest level that may still split
export let maxNodes: i32 = 0;

export let staging: usize = 0;
export let sketchScratch: usize = 0;
export let cuts: usize = 0;
export let pivots: usize = 0;
export let binCounts: usize = 0;
export let hasMissing: usize = 0;
export let columnTops: usize = 0;
export let monotone: usize = 0;
export let treeFeatures: usize = 0; // the columns that the tree at work may split on, i32, rising
export let rowBins: usize = 0;
export let columnBins: usize = 0;
export let labels: usize = 0;
export let weights: usize = 0;
export let margins: usize = 0;
export let gradients: usize = 0;
export let rowIds: usize = 0;
export let rangesEven: usize = 0;
export let rangesOdd: usize = 0;
export let candidatesEven: usize = 0;
export let candidatesOdd: usize = 0;
export let splitPlans: usize = 0;
export let bestSplits: usize = 0;
export let histogramsEven: usize = 0;
export let histogramsOdd: usize = 0;
export let privateHistograms: usize = 0;
export let partitionScratch: usize = 0;
export let searchScratch: usize = 0;
export let compressTable: usize = 0;
export let tree: usize = 0;

export const SEARCH_SCRATCH: usize = 16 * <usize>BINS + CACHE_LINE; // running sums of a feature, a thread

// @ts-ignore: decorator
@inline
export function parameter(index: i32): f64 {
  return load<f64>(PARAMETERS + ((<usize>index) << 3));
}

// Returns the bytes that memory must have; more than 2^32 cannot be had, and the addresses are void then.
export function plan(): f64 {
  readParameters();
  blocks = (rows + blockRows - 1) / blockRows;
  tiles = (treeColumns + MAX_TILE - 1) / MAX_TILE;
  tileColumns = (treeColumns + tiles - 1) / tiles;
  codeBytes = wideCodes ? 2 : 1;
  missingSlot = wideCodes ? 256 : 255;
  featureBytes = (wideCodes ? slots<u16>() : slots<u8>()) * BIN_BYTES;
  nodeBytes = <usize>treeColumns * featureBytes;
  maxCandidates = max(2, 1 << (maxDepth - 1));
  maxNodes = (2 << maxDepth) - 1;
  const pairBudget = <i32>min(65536, HISTOGRAM_BUDGET / (<f64>nodeBytes * (4 + <f64>threads)));
  pairSlots = max(1, min(maxCandidates >> 1, pairBudget));
  allocateAll();
  return allocated();
}

function readParameters(): void {
  let i = 0;
  rows = <i32>parameter(i++);
  columns = <i32>parameter(i++);
  treeColumns = <i32>parameter(i++);
  threads = <i32>parameter(i++);
  maxDepth = <i32>parameter(i++);
  maxBin = <i32>parameter(i++);
  logistic = parameter(i++) != 0;
  wideCodes = parameter(i++) != 0;
  weighted = parameter(i++) != 0;
  constrained = parameter(i++) != 0;
  eta = parameter(i++);
  lambda = parameter(i++);
  alpha = parameter(i++);
  gamma = parameter(i++);
  minChildWeight = parameter(i++);
  subsample = parameter(i++);
  seed = <i32>parameter(i++);
  maxWeight = parameter(i++);
  blockRows = <i32>parameter(i++);
  slabRows = <i32>parameter(i++);
  stagedColumns = <i32>parameter(i++);
  sampled = subsample < 1;
}

function allocateAll(): void {
  startAllocating();
  const n = <u64>rows, m = <u64>columns, members = <u64>threads;
  const candidates = <u64>maxCandidates;
  const rangeBytes = <u64>blocks * candidates * 4;
  const slots = <u64>pairSlots * 2 * nodeBytes;

  compressTable = allocate(4096);
  cuts = allocate(m * BINS * 4);
  pivots = allocate(m * 16 * 4);
  binCounts = allocate(m * 4);
  hasMissing = allocate(m);
  columnTops = allocate(m * 4);
  monotone = allocate(m);
  treeFeatures = allocate(<u64>treeColumns * 4);
  rowBins = allocate(n * <u64>treeColumns * codeBytes);
  columnBins = allocate(n * m * codeBytes);
  labels = allocate(n * 4);
  weights = allocate(weighted ? n * 4 : 0);
  margins = allocate(n * 4);
  gradients = allocate(n * 8);
  rowIds = allocate(n * 2);
  rangesEven = allocate(rangeBytes);
  rangesOdd = allocate(rangeBytes);
  candidatesEven = allocate(candidates * 48);
  candidatesOdd = allocate(candidates * 48);
  splitPlans = allocate(candidates * 32);
  bestSplits = allocate(candidates * 40 * members);
  tree = allocate(<u64>maxNodes * 32);
  partitionScratch = allocate(members * (<u64>blockRows * 2 + CACHE_LINE));
  searchScratch = allocate(members * SEARCH_SCRATCH);

  // The matrix and its sketches are needed before the first tree only, so they share room with the histograms.
  const beforeTrees = allocated();
  staging = allocate(max<u64>(<u64>slabRows * m * 4, n * stagedColumns * 4));
  sketchScratch = allocate(members * sketchBytes(rows, maxBin));
  const afterStaging = reuseFrom(beforeTrees);
  histogramsEven = allocate(slots);
  histogramsOdd = allocate(slots);
  privateHistograms = allocate(threads > 1 ? members * pairSlots * nodeBytes : 0);
  extendTo(afterStaging);
}

// A feature's bins in a histogram: one for missing values comes on top where a byte does not name them all.
// @ts-ignore: decorator
@inline
export function slots<Code>(): usize {
  return 240 + 16 * sizeof<Code>();
}

// @ts-ignore: decorator
@inline
export function blockStart(block: i32): i32 {
  return block * blockRows;
}

// @ts-ignore: decorator
@inline
export function blockLength(block: i32): i32 {
  return min(blockRows, rows - block * blockRows);
}

// @ts-ignore: decorator
@inline
export function tileWidth(tile: i32): i32 {
  return min(tileColumns, treeColumns - tile * tileColumns);
}

// Where the row-major bins of a tile of a tree's columns begin, at a row.
// @ts-ignore: decorator
@inline
export function tileBins(tile: i32, row: i32): usize {
  return rowBins + (<usize>(tile * tileColumns) * <usize>rows + <usize>row * <usize>tileWidth(tile)) * codeBytes;
}

// @ts-ignore: decorator
@inline
export function columnBinsAt(column: i32, row: i32): usize {
  return columnBins + (<usize>column * <usize>rows + <usize>row) * codeBytes;
}

export function setScales(gradient: f64, hessian: f64): void {
  scaleG = gradient;
  scaleH = hessian;
}
