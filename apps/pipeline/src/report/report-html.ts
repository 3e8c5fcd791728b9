import { customersBySegment, offersRecommended, riskBySegment, valueBySegment } from '@clv/charts';

import { priorityOutreach } from '../engine/outreach.js';
import type { EngineRun } from '../engine/engine-run.js';
import { chartFigure } from './chart-figure.js';
import { dataSection, limitsSection, modelSection, stabilitySection } from './evidence-sections.js';
import { html } from './html.js';
import { headline, keyFigures, offersTable, outreachTable, segmentsTable } from './finding-sections.js';
import { frontierSection, policiesSection } from './policy-sections.js';
import { reportStyle } from './report-style.js';

/** `report.html`: what was found and what to do, in one file that needs no network and no script. */
export async function reportHtml(run: EngineRun): Promise<string> {
  const { summary } = run;
  const { currency, segments, offers } = summary;
  const charts = await Promise.all(
    [
      customersBySegment(segments),
      riskBySegment(segments),
      valueBySegment(segments, { currency }),
      offersRecommended(offers, { currency }),
    ].map(chartFigure),
  );
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>Retention report: ${run.customers.name}</title>
        <style>
          ${reportStyle}
        </style>
      </head>
      <body>
        <main>
          <header>
            <h1>${headline(summary)}</h1>
            <p class="muted">
              ${run.customers.name}, ${summary.customers.toLocaleString('en-US')} customers, valued over
              ${summary.horizon_months} months
            </p>
          </header>
          ${keyFigures(summary)}
          <section class="charts">${charts}</section>
          <section>
            <h2>Segments</h2>
            ${segmentsTable(summary)}
          </section>
          <section>
            <h2>Offers</h2>
            ${offersTable(summary)}
          </section>
          <section>
            <h2>Priority outreach</h2>
            <p>More likely to leave than to stay, still customers, and worth the most.</p>
            ${outreachTable(priorityOutreach(run, 20), summary)}
          </section>
          ${policiesSection(run)} ${await frontierSection(run)} ${stabilitySection(summary)}
          ${modelSection(summary)} ${dataSection(run)} ${limitsSection(run)}
        </main>
      </body>
    </html> `;
  return page.markup;
}
