import { type ChartOptions, gainByPolicy } from '@clv/charts';
import { html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';
import { message } from '../message/message.js';

/**
 * What the run's own policy gains, compared with the alternatives: for all customers, whatever is filtered.
 *
 * @element clv-policies
 */
export class ClvPolicies extends ClvFigure {
  protected override content(run: ClvData) {
    if (run.evidence.policies.length === 0)
      return message('status', this.say('No comparison of policies: the run folder has no policies.json.'));
    return html`${super.content(run)}${this.heldOut(run)}`;
  }

  protected override chart({ evidence, recommended }: ClvData, options: ChartOptions) {
    return gainByPolicy(evidence.policies, recommended.offers, options);
  }
}
