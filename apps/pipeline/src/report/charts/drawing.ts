import type { Chart } from '@clv/charts';

import { hasRunner, runTask } from '../../second-thread/run-task.js';

/** How wide charts are that are placed side by side, in pixels. */
const usualWidth = 400;

/** How wide a chart is that stands alone. */
export const fullWidth = 840;

/** Drawings that have been begun, by what is drawn. */
const begun = new Map<string, Promise<string>>();

const keyOf = ({ spec }: Chart, width: number) => JSON.stringify([width, spec]);

/** Starts drawing a chart on another thread, if there is one, for a later request for the same chart. */
export function beginDrawing(chart: Chart, width = usualWidth): void {
  if (!hasRunner()) return;
  const drawing = draw(chart, width);
  // Nobody may ask for it, in a run that breaks off.
  drawing.catch(() => {});
  begun.set(keyOf(chart, width), drawing);
}

/** A chart as SVG, as it was begun or else drawn now. */
export const drawing = (chart: Chart, width = usualWidth): Promise<string> =>
  begun.get(keyOf(chart, width)) ?? draw(chart, width);

const draw = ({ spec }: Chart, width: number) => runTask('drawChart', { spec }, width);
