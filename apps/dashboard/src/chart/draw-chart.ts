import type { View } from 'vega';
import type { Config, TopLevelSpec } from 'vega-lite';
import { makeView } from './make-view.js';

type Datum = Record<string, unknown>;

/** What a drawn chart reports back. */
export interface ChartReader {
  /** The pointer is over a mark, or over none. */
  point(datum: Datum | undefined, event: MouseEvent): void;
  /** A mark was clicked. */
  pick(datum: Datum): void;
  /** A range was dragged over the field of the chart's `brush`, or cleared. */
  brush(range: [number, number] | null): void;
}

/** A chart on the page. */
export interface DrawnChart {
  /** Shows other rows in the same chart. */
  update(rows: readonly object[]): Promise<void>;
  /** Gives its memory and listeners back. */
  finalize(): void;
}

/** Draws a Vega-Lite spec as SVG into an element, as wide as that is and becomes. */
export async function drawChart(
  container: HTMLElement,
  spec: TopLevelSpec,
  config: Config,
  reader: ChartReader,
): Promise<DrawnChart> {
  const view = await makeView(spec, config, { container, renderer: 'svg' });
  await view.runAsync();
  // What it shows is said by the container's label and the table of its data; marks one by one say less.
  container.querySelector('svg')?.setAttribute('aria-hidden', 'true');
  const resized = new ResizeObserver(() => void view.signal('width', container.clientWidth).runAsync());
  resized.observe(container);
  listen(view, spec, reader);
  return {
    update: async (rows) => void (await view.data('rows', rows as object[]).runAsync()),
    finalize: () => {
      resized.disconnect();
      view.finalize();
    },
  };
}

function listen(view: View, spec: TopLevelSpec, reader: ChartReader): void {
  const datumOf = (item: unknown) => (item as { datum?: Datum } | undefined)?.datum;
  view.addEventListener('mousemove', (event, item) =>
    reader.point(datumOf(item), event as unknown as MouseEvent),
  );
  view.addEventListener('mouseout', (event) => reader.point(undefined, event as unknown as MouseEvent));
  view.addEventListener('click', (_event, item) => {
    const datum = datumOf(item);
    if (datum) reader.pick(datum);
  });
  if (JSON.stringify(spec).includes('"name":"brush"'))
    view.addSignalListener('brush', (_name, ranges: Record<string, [number, number]>) =>
      reader.brush(Object.values(ranges)[0] ?? null),
    );
}
