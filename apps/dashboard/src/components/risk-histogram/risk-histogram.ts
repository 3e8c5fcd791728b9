import { type ChartOptions, riskHistogram } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * How many customers there are at each chance of leaving; a range dragged over it filters.
 *
 * @element clv-risk-histogram
 */
export class ClvRiskHistogram extends ClvFigure {
  protected override chart({ view }: ClvData, options: ChartOptions) {
    return riskHistogram(view.byRisk, options);
  }

  protected override brush(run: ClvData, risk: [number, number] | null) {
    this.refilter(run, { risk });
  }
}
