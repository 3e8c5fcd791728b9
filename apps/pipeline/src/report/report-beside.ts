import { calibration } from '@clv/charts';

import type { RunListener } from '../engine/run-engine.js';
import { toldOfCustomers } from '../privacy/told-counts.js';
import { beginDrawing, fullWidth } from './charts/drawing.js';
import { overviewCharts } from './charts/overview-charts.js';
import { frontierChart, policiesChart } from './charts/policy-charts.js';

/** The report's charts are drawn as soon as what they show is known, while the run goes on. */
export const reportBeside: RunListener = {
  worthKnown({ report }) {
    beginDrawing(calibration(report));
  },

  addedUp({ config, prescribed }, figures) {
    const told = toldOfCustomers(prescribed);
    for (const chart of overviewCharts(figures, told, config.currency)) beginDrawing(chart);
  },

  compared(findings, policies) {
    const { baseline, optimized, spend } = findings.prescribed.decision;
    const frontier = frontierChart(findings, policies, { gain: optimized - baseline, spend });
    for (const chart of [policiesChart(findings, policies), ...(frontier ? [frontier] : [])])
      beginDrawing(chart, fullWidth);
  },
};
