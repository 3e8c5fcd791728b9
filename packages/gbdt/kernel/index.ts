// The module's exports. The kernels are among them although only the module calls them: see `countByteCodes`.
export {
  begin, beginPredicting, beginTrees, binStagedRows, cutStagedColumns, dismiss, finishTree, predictStagedRows, serve, startTree, treeNodes,
} from './tasks';
export { explainRows, explainScratch } from './explain';
export { forestCovers, forestNodes, forestOutput, forestRows, forestTrees, planForest } from './forest';
export { forestCuts, forestLookups, planLookup } from './lookup';
export { predictRows, predictScratch } from './predict';
export {
  binCounts, columnTops, cuts, hasMissing, labels, margins, monotone, pivots, plan, slabRows, stagedColumns, staging, tree, treeFeatures, weights,
} from './job';
export { binRows } from './bin';
export { dealByteCodes, dealWideCodes } from './deal';
export { cutColumn } from './cuts';
export { pushRows } from './sketch';
export { gradientBlock } from './gradient';
export { countByteCodes, countWideCodes, growLevel } from './grow';
export { followByteCodes, followWideCodes } from './partition';
export { runningSums, scanConstrained, scanFree } from './search';
export { readLines } from './read-ahead';
