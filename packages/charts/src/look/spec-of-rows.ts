import type { ChartRow } from '../chart.js';

/**
 * What the spec of every chart begins with. The data have a name, by which a page shows other rows in a chart that is drawn.
 *
 * @param height in pixels; the width is the container's.
 */
export const specOfRows = (description: string, height: number, rows: ChartRow[]) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  description,
  width: 'container' as const,
  height,
  autosize: { type: 'fit-x' as const, contains: 'padding' as const },
  data: { name: 'rows', values: rows },
});
