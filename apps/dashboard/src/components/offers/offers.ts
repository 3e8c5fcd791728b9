import { type ChartOptions, type ChartRow, offersRecommended } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { toggled } from '../../view/filter.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * For how many customers each offer is recommended.
 *
 * @element clv-offers
 */
export class ClvOffers extends ClvFigure {
  protected override chart({ view, filter }: ClvData, options: ChartOptions) {
    return offersRecommended(view.byOffer.offers, { ...options, picked: filter.offers });
  }

  protected override pick(run: ClvData, row: ChartRow) {
    this.refilter(run, { offers: toggled(run.filter.offers, String(row.offer)) });
  }
}
