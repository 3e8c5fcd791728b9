import type { Config, TopLevelSpec } from 'vega-lite';

/** A chart on the page. */
export interface DrawnChart {
  /** Gives its memory and listeners back. */
  finalize(): void;
  onPointer(show: (datum: Record<string, unknown> | undefined, event: MouseEvent) => void): void;
  onPick(pick: (datum: Record<string, unknown>) => void): void;
  toSvg(): Promise<string>;
  toPng(): Promise<string>;
}

interface Item {
  datum?: Record<string, unknown>;
}

/** Draws a Vega-Lite spec as SVG into an element, its expressions interpreted, never evaluated, so that a strict CSP holds. */
export async function drawChart(
  container: HTMLElement,
  spec: TopLevelSpec,
  config: Config,
): Promise<DrawnChart> {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  const compiled = compile(spec, { config });
  const view = new vega.View(vega.parse(compiled.spec, undefined, { ast: true }), {
    container,
    renderer: 'svg',
    expr: expressionInterpreter,
    hover: false,
    logLevel: vega.Error,
  });
  await view.runAsync();
  const resized = new ResizeObserver(() => void view.signal('width', container.clientWidth).runAsync());
  resized.observe(container);
  return {
    finalize: () => {
      resized.disconnect();
      view.finalize();
    },
    onPointer: (show) => {
      view.addEventListener('mousemove', (event, item) =>
        show((item as Item)?.datum, event as unknown as MouseEvent),
      );
      view.addEventListener('mouseout', (event) => show(undefined, event as unknown as MouseEvent));
    },
    onPick: (pick) =>
      view.addEventListener('click', (_event, item) => {
        const datum = (item as Item)?.datum;
        if (datum) pick(datum);
      }),
    toSvg: () => view.toSVG(),
    toPng: () => view.toImageURL('png', 2),
  };
}
