import { type ChartOptions, type ChartRow, riskBySegment } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { toggled } from '../../view/filter.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * How likely the customers of each segment are to leave.
 *
 * @element clv-risk-by-segment
 */
export class ClvRiskBySegment extends ClvFigure {
  protected override chart({ view, filter }: ClvData, options: ChartOptions) {
    return riskBySegment(view.bySegment.segments, { ...options, picked: filter.segments });
  }

  protected override pick(run: ClvData, row: ChartRow) {
    this.refilter(run, { segments: toggled(run.filter.segments, String(row.segment)) });
  }
}
