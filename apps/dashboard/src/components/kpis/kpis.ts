import { formatCount, formatMoney, formatMoneyExact, formatPercent } from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { isEveryone } from '../../view/filter.js';
import { ClvElement } from '../clv-element.js';
import { tokens } from '../tokens.js';
import { kpisStyles } from './kpis.styles.js';

interface Kpi {
  name: string;
  label: string;
  value: number | null;
  text: string;
  exact: string;
  note: string;
}

/**
 * The figures a manager asks for first: what the customers could be worth, what is expected without offers and with
 * them, what that gains and whether it pays.
 *
 * @element clv-kpis
 * @csspart kpi - one figure
 */
export class ClvKpis extends ClvElement {
  static override styles: CSSResultGroup = [tokens, kpisStyles];

  protected override content(run: ClvData): TemplateResult {
    return html`<dl aria-label=${this.say('Key figures')}>
      ${this.kpis(run).map(
        (kpi) =>
          html`<div class="kpi ${kpi.name === 'net_gain' ? 'accent' : ''}" part="kpi">
            <dt>${kpi.label}</dt>
            <dd class="value" data-kpi=${kpi.name} data-value=${kpi.value ?? ''} title=${kpi.exact}>
              ${kpi.text}
            </dd>
            <dd class="small">${kpi.note}</dd>
          </div>`,
      )}
    </dl>`;
  }

  private kpis(run: ClvData): Kpi[] {
    const { summary } = run;
    const { figures } = run.view;
    const { locale, currency } = this.manner(run);
    const { say } = this;
    const potential = figures.total_potential_value;
    const baseline = figures.baseline_retention_value;
    const ofPotential = (value: number) => formatPercent(potential === 0 ? 0 : value / potential, 1, locale);
    const money = (name: keyof typeof figures & string, label: string, value: number, note: string): Kpi => ({
      name,
      label,
      value,
      text: formatMoney(value, currency, locale),
      exact: formatMoneyExact(value, currency, locale),
      note,
    });
    // What part of the customers costs is not set against the budget of all.
    const budget = isEveryone(run.filter) ? (run.tried ?? summary).budget : null;
    const spent = formatMoney(figures.offer_spend, currency, locale);
    const offered = Math.round(figures.intervention_rate * figures.customers);
    const count = formatCount(offered, locale);
    const gain = money(
      'net_gain',
      say('Net gain'),
      figures.net_gain,
      say('{share} over doing nothing', {
        share: formatPercent(baseline === 0 ? 0 : figures.net_gain / baseline, 2, locale),
      }),
    );
    return [
      money(
        'total_potential_value',
        say('Total potential value'),
        potential,
        run.horizonMonths === 1
          ? say('if nobody left, over 1 month')
          : run.horizonMonths > 0
            ? say('if nobody left, over {months} months', { months: run.horizonMonths })
            : say('if nobody left'),
      ),
      money(
        'baseline_retention_value',
        say('Baseline retention'),
        baseline,
        say('{share} of potential, without offers', { share: ofPotential(baseline) }),
      ),
      money(
        'optimized_retention_value',
        say('Optimized retention'),
        figures.optimized_retention_value,
        say('{share} of potential, offers paid for', {
          share: ofPotential(figures.optimized_retention_value),
        }),
      ),
      { ...gain, text: figures.net_gain > 0 ? `+${gain.text}` : gain.text },
      {
        name: 'roi',
        label: say('Return on offers'),
        value: figures.roi,
        text: figures.roi === null ? '–' : formatPercent(figures.roi, 1, locale),
        exact: figures.roi === null ? say('nothing is spent') : String(figures.roi),
        note:
          budget === null
            ? offered === 1
              ? say('{money} spent on 1 customer', { money: spent })
              : say('{money} spent on {count} customers', { money: spent, count })
            : say('{money} of {budget} spent on {count} customers', {
                money: spent,
                count,
                budget: formatMoney(budget, currency, locale),
              }),
      },
    ];
  }
}
