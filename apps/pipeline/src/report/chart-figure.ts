import type { Chart } from '@clv/charts';

import { chartSvg } from './chart-svg.js';
import { type Html, html } from './html.js';

/** A chart with its finding as the title, and its measure and unit below. */
export async function chartFigure(chart: Chart, width = 400): Promise<Html> {
  return html`<figure aria-label="${chart.description}">
    <figcaption><strong>${chart.title}</strong><span class="muted">${chart.subtitle}</span></figcaption>
    ${await chartSvg(chart, width)}
  </figure>`;
}
