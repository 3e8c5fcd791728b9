import type { Chart, ChartOptions, ChartRow } from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, css, html } from 'lit';
import type { ClvData } from '../clv-data.js';
import { ClvElement } from './clv-element.js';
import { message } from './message/message.js';
import { tokens } from './tokens.js';

/**
 * A component that is one chart of the run.
 *
 * @csspart title - the finding
 * @csspart plot - the drawing
 */
export abstract class ClvFigure extends ClvElement {
  static override styles: CSSResultGroup = [
    tokens,
    css`
      clv-chart + p {
        margin-top: 8px;
      }
    `,
  ];

  protected override content(run: ClvData): TemplateResult {
    const { currency, locale, texts } = this.manner(run);
    let chart: Chart;
    try {
      chart = this.chart(run, { currency, locale, texts });
    } catch (error) {
      // Of a run folder that was edited, a summary may lack what only this chart reads.
      const fault = (error as Error).message;
      return message('alert', this.say('Nothing can be shown: {fault}', { fault }));
    }
    return html`<clv-chart
      exportparts="title, plot"
      .chart=${chart}
      currency=${currency}
      locale=${locale}
      .texts=${texts}
      @clv-pick=${(event: CustomEvent<ChartRow>) => this.pick?.(run, event.detail)}
      @clv-brush=${(event: CustomEvent<[number, number] | null>) => this.brush?.(run, event.detail)}
    ></clv-chart>`;
  }

  protected abstract chart(run: ClvData, options: ChartOptions): Chart;

  /** What a click on a row's mark does; nothing, unless a chart has something to filter by. */
  protected pick?(run: ClvData, row: ChartRow): void;

  /** What a range dragged over the chart does. */
  protected brush?(run: ClvData, range: [number, number] | null): void;
}
