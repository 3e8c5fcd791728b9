import { checkOptions, shapes, type OptionShapes } from '@clv/contracts';
import type { TopLevelSpec } from 'vega-lite';
import type { Texts } from './texts/say.js';

/** One line of the data behind a chart. */
export type ChartRow = Record<string, string | number>;

/** How a column of the data behind a chart is headed and written. */
export interface ChartColumn {
  field: string;
  label: string;
  kind: 'text' | 'count' | 'percent' | 'money';
}

/** A chart and what it says; `spec` is drawn by Vega-Lite with the `theme` as its config. */
export interface Chart {
  /** The finding in words, computed from the data. */
  title: string;
  /** The measure and its unit. */
  subtitle: string;
  /** What a reader who cannot see the chart is told: its kind and its values. */
  description: string;
  /** As wide as its container; for SVG without a page set a number: `{ ...spec, width: 640 }`. */
  spec: TopLevelSpec;
  /** An ISO 4217 code of the money among the data (default USD). */
  currency?: string;
  /** The data behind the chart, and its columns in reading order. */
  rows: ChartRow[];
  columns: ChartColumn[];
}

/** How a chart writes its numbers. */
export interface ChartOptions {
  /** An ISO 4217 code (default USD). */
  currency?: string;
  /** A BCP 47 tag (default en-US), for numbers. */
  locale?: string;
  /** What the chart says in another language, by the English text (default: English); `chartTexts` has some languages. */
  texts?: Texts;
  /** The names or ids that are filtered by, which stand out from the others (default: none, all alike). */
  picked?: readonly string[];
}

const { listOf, record, text } = shapes;

const optionShapes: OptionShapes<ChartOptions> = {
  currency: text,
  locale: text,
  texts: record({}),
  picked: listOf(text),
};

/**
 * Sees to it that no option is misspelt or of another type, though a chart may not need it: money would be told in another
 * currency.
 *
 * @throws InvalidOptionError that names it.
 */
export function checkChartOptions(options: ChartOptions): void {
  checkOptions(options, optionShapes);
}
