import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import * as data from 'vega-transforms';
import * as layout from 'vega-view-transforms';

/**
 * Vega without what Vega-Lite's charts of tables never use: maps, forces, trees, word clouds, Voronoi cells, regressions,
 * crossfilters and label placement, a fifth of its weight.
 */
Object.assign(transforms, data, layout, encode);

export { expressionInterpreter } from 'vega-interpreter';
export { compile } from 'vega-lite';
export { parse } from 'vega-parser';
export { Error as logErrors } from 'vega-util';
export { View } from 'vega-view';
