import type { Chart } from '@clv/charts';

import { drawing } from './drawing.js';
import { Html, html } from '../html.js';

/** A chart with its finding as the title, and its measure and unit below. */
export async function chartFigure(chart: Chart, width?: number): Promise<Html> {
  // Vega escapes the text that it draws; the rest of its markup holds numbers only.
  const drawn = new Html(await drawing(chart, width));
  return html`<figure aria-label="${chart.description}">
    <figcaption><strong>${chart.title}</strong><span class="muted">${chart.subtitle}</span></figcaption>
    <div class="scroll">${drawn}</div>
  </figure>`;
}
