import { type ChartOptions, type ChartRow, riskBySegment } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { toggled } from '../../run/filter.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * How likely the customers of each segment are to leave.
 *
 * @element clv-risk-by-segment
 */
export class ClvRiskBySegment extends ClvFigure {
  protected override chart({ figures }: ClvData, options: ChartOptions) {
    return riskBySegment(figures.segments, options);
  }

  protected override pick(run: ClvData, row: ChartRow) {
    run.filter = { ...run.filter, segments: toggled(run.filter.segments, String(row.segment)) };
  }
}
