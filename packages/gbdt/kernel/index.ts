// The module's exports. The kernels are among them although only the module calls them: see `countNarrow`.
export {
  begin, beginPredicting, binStagedRows, cutStagedColumns, dismiss, growNextTree, predictStagedRows, serve, treeNodes,
} from './tasks';
export { explainRows, explainScratch } from './explain';
export { forestCovers, forestNodes, forestOutput, forestRows, forestTrees, planForest } from './forest';
export { predictRows, predictScratch } from './predict';
export {
  binCounts, columnChosen, columnTops, cuts, hasMissing, labels, margins, monotone, plan, sampleColumns, slabRows, staging, tree, weights,
} from './job';
export { binRows } from './bin';
export { cutColumn } from './cuts';
export { gradientBlock } from './gradient';
export { countNarrow, countWide, growLevel } from './grow';
export { addLastSplit, addLeaf, partRange, partWholeBlock } from './partition';
export { scanConstrained, scanFree, runningSumsNarrow, runningSumsWide } from './search';
export { touchBlock } from './histogram';
