import { type ChartOptions, type ChartRow, customersBySegment } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { toggled } from '../../view/filter.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * How many customers each segment has, and how much of the value at risk.
 *
 * @element clv-segments
 */
export class ClvSegments extends ClvFigure {
  protected override chart({ view, filter }: ClvData, options: ChartOptions) {
    return customersBySegment(view.bySegment.segments, { ...options, picked: filter.segments });
  }

  protected override pick(run: ClvData, row: ChartRow) {
    this.refilter(run, { segments: toggled(run.filter.segments, String(row.segment)) });
  }
}
