import { type ChartOptions, type ChartRow, valueBySegment } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { toggled } from '../../run/filter.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * What each segment is expected to be worth without offers and with them.
 *
 * @element clv-value-by-segment
 */
export class ClvValueBySegment extends ClvFigure {
  protected override chart({ figures }: ClvData, options: ChartOptions) {
    return valueBySegment(figures.segments, options);
  }

  protected override pick(run: ClvData, row: ChartRow) {
    run.filter = { ...run.filter, segments: toggled(run.filter.segments, String(row.segment)) };
  }
}
