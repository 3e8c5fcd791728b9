import { type ChartOptions, type ChartRow, valueBySegment } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { toggled } from '../../view/filter.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * What each segment is expected to be worth without offers and with them.
 *
 * @element clv-value-by-segment
 */
export class ClvValueBySegment extends ClvFigure {
  protected override chart({ view, filter }: ClvData, options: ChartOptions) {
    return valueBySegment(view.bySegment.segments, { ...options, picked: filter.segments });
  }

  protected override pick(run: ClvData, row: ChartRow) {
    this.refilter(run, { segments: toggled(run.filter.segments, String(row.segment)) });
  }
}
