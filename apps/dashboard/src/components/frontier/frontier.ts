import { type ChartOptions, gainByBudget } from '@clv/charts';
import { type TemplateResult, html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';
import { message } from '../message/message.js';

/**
 * The most that each budget can gain, and where the policy in sight stands.
 *
 * @element clv-frontier
 */
export class ClvFrontier extends ClvFigure {
  protected override content(run: ClvData): TemplateResult {
    if (!run.terms) return this.untold(run, 'run.json');
    if (!run.whatIf!.frontier) return message('status', run.whatIf!.fault ?? this.say('Calculating…'));
    return html`${super.content(run)}${this.noted([...this.heldOut(run), ...this.uncautious(run)])}${this.sampled(run)}`;
  }

  /** Of a run with a holdout, or a cautious one, the dot is what would be without, as the line is. */
  protected override chart(run: ClvData, options: ChartOptions) {
    const { frontier, planned, committed, shadowPrice } = run.whatIf!;
    const { offer_spend, net_gain } = (run.policy === run.recommended && planned) || run.totals;
    return gainByBudget(
      frontier!,
      { budget: committed ?? offer_spend, gain: net_gain, marginal_return: shadowPrice },
      options,
    );
  }
}
