import { type ChartOptions, upliftCurve } from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, css, html, nothing } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * Whether the customers whom an offer keeps can be told from the others: what an experiment says of effects that were
 * not learned from it, whatever is filtered.
 *
 * @element clv-uplift-curve
 */
export class ClvUpliftCurve extends ClvFigure {
  static override styles: CSSResultGroup = [
    ClvFigure.styles,
    css`
      .concerns {
        max-height: 96px;
        margin-top: 8px;
        overflow: auto;
      }
      @media print {
        .concerns {
          max-height: none;
        }
      }
    `,
  ];

  protected override content(run: ClvData): TemplateResult {
    const { uplift } = run.evidence;
    if (!uplift)
      return this.untold(
        run,
        'uplift.json',
        this.say(
          'No uplift curve: the input held no experiment, so the effects of offers are stated, not learned.',
        ),
      );
    return html`${super.content(run)}
    ${
      uplift.concerns.length === 0
        ? nothing
        : html`<div
            class="concerns"
            role="group"
            tabindex="0"
            aria-label=${this.say('How these figures came about')}
          >
            ${uplift.concerns.map((text) => html`<p class="small concern">${this.say('Beware: {concern}', { concern: text })}</p>`)}
          </div>`
    }`;
  }

  protected override chart({ evidence }: ClvData, options: ChartOptions) {
    return upliftCurve(evidence.uplift!.offers, options);
  }
}
