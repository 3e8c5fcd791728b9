// The module's exports. The kernels are among them although only the module calls them: see `countNarrow`.
export { begin, binStagedRows, cutStagedColumns, dismiss, growNextTree, serve, treeNodes } from './tasks';
export {
  binCounts, columnChosen, columnTops, cuts, hasMissing, labels, margins, monotone, plan, sampleColumns, slabRows, staging, tree, weights,
} from './job';
export { binRows } from './bin';
export { cutColumn } from './cuts';
export { gradientBlock } from './gradient';
export { countNarrow, countWide, growLevel } from './grow';
export { addLastSplit, addLeaf, partRange, partWholeBlock } from './partition';
export { scanConstrained, scanFree, runningSumsNarrow, runningSumsWide } from './search';
