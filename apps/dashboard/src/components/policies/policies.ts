import { type ChartOptions, gainByPolicy } from '@clv/charts';
import { type TemplateResult, html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * What the run's own policy gains, compared with the alternatives: for all customers, whatever is filtered.
 *
 * @element clv-policies
 */
export class ClvPolicies extends ClvFigure {
  protected override content(run: ClvData): TemplateResult {
    if (run.evidence.policies.length === 0) return this.untold(run, 'policies.json');
    return html`${super.content(run)}${this.noted(this.heldOut(run))}${this.sampled(run)}`;
  }

  protected override chart({ evidence, recommended }: ClvData, options: ChartOptions) {
    return gainByPolicy(evidence.policies, recommended.offers, options);
  }
}
