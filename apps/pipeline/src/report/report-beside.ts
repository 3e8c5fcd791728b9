import { calibration } from '@clv/charts';

import type { RunListener } from '../engine/run-engine.js';
import { beginDrawing } from './drawing.js';
import { overviewCharts } from './overview-charts.js';

/** The report's charts of what is decided are drawn while it is judged. */
export const reportBeside: RunListener = {
  decided({ churn, config }, figures) {
    for (const chart of [...overviewCharts(figures, config.currency), calibration(churn.report)])
      beginDrawing(chart);
  },
};
