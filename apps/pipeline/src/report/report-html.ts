import { counted } from '../wording/counted.js';
import type { EngineRun } from '../engine/engine-run.js';
import { toldOfRun } from '../privacy/told-counts.js';
import { chartFigure } from './charts/chart-figure.js';
import { assignmentSection } from './sections/assignment-section.js';
import { assumptionsSection } from './sections/assumptions-section.js';
import { dataSection, limitsSection } from './sections/data-sections.js';
import { html } from './html.js';
import { headline, keyFigures, segmentsTable, whatToDo } from './sections/finding-sections.js';
import { overviewCharts } from './charts/overview-charts.js';
import { modelSection } from './sections/model-section.js';
import { frontierSection, policiesSection } from './sections/policy-sections.js';
import { reportStyle } from './report-style.js';
import { fairnessSection, holdoutSection, stabilitySection } from './sections/trust-sections.js';

/** `report.html`: what was found and what to do, in one file that needs no network and no script. */
export async function reportHtml(run: EngineRun): Promise<string> {
  const { summary, evidence } = run;
  const told = toldOfRun(run);
  const [charts, assumptions, policies, frontier, models] = await Promise.all([
    Promise.all(overviewCharts(summary, told, summary.currency).map((chart) => chartFigure(chart))),
    assumptionsSection(run, told),
    policiesSection(run, told),
    frontierSection(run),
    modelSection(run),
  ]);
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
            <h1>${headline(run, told)}</h1>
            <p class="muted">
              ${run.customers.name}, ${counted(summary.customers, 'customer')}, valued over
              ${counted(summary.horizon_months, 'month')}
            </p>
          </header>
          ${keyFigures(summary)} ${whatToDo(run)}
          <section class="charts">${charts}</section>
          <section>
            <h2>Segments</h2>
            ${segmentsTable(summary, told)}
          </section>
          ${assignmentSection(run)} ${holdoutSection(summary, told)} ${assumptions} ${policies} ${frontier}
          ${stabilitySection(run)} ${fairnessSection(evidence)} ${models} ${dataSection(run)}
          ${limitsSection(run)}
        </main>
      </body>
    </html> `;
  return page.markup;
}
