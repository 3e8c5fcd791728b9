import type { View, ViewOptions } from 'vega';
import type { Config, TopLevelSpec } from 'vega-lite';

/**
 * A Vega view of a Vega-Lite spec. Vega comes when the first chart is drawn, and interprets expressions instead of
 * evaluating them, so that a strict content security policy holds.
 */
export async function makeView(spec: TopLevelSpec, config: Config, options: ViewOptions): Promise<View> {
  const { View, compile, expressionInterpreter, logErrors, parse } = await import('./vega.js');
  const runtime = parse(compile(spec, { config }).spec, undefined, { ast: true });
  return new View(runtime, { expr: expressionInterpreter, logLevel: logErrors, ...options });
}
