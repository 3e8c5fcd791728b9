import { type ChartOptions, gainByBudget } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';
import { message } from '../message/message.js';

/**
 * The most that each budget can gain, and where the policy in sight stands.
 *
 * @element clv-frontier
 */
export class ClvFrontier extends ClvFigure {
  protected override content(run: ClvData) {
    if (!run.terms)
      return message('status', this.say('No budget frontier: run.json does not tell offers and price.'));
    if (!run.whatIf!.frontier) return message('status', run.whatIf!.fault ?? this.say('Reckoning…'));
    return super.content(run);
  }

  protected override chart({ whatIf, totals }: ClvData, options: ChartOptions) {
    const spent = { budget: totals.offer_spend, gain: totals.net_gain };
    return gainByBudget(whatIf!.frontier!, spent, options);
  }
}
