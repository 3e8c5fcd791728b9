import type { Chart } from '@clv/charts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isList = (value: unknown) => Array.isArray(value) && value.every(isObject);

const parts: Readonly<Record<keyof Chart, (value: unknown) => boolean>> = {
  title: isText,
  subtitle: isText,
  description: isText,
  spec: isObject,
  currency: (value) => value === undefined || isText(value),
  rows: isList,
  columns: isList,
};

/** What is amiss with what a page gives as a chart; undefined where nothing is. */
export function chartFault(chart: unknown): string | undefined {
  if (!isObject(chart)) return 'chart is not an object: give one that @clv/charts makes';
  const given = chart as Record<string, unknown>;
  const amiss = Object.entries(parts).filter(([name, isSound]) => !isSound(given[name]));
  if (amiss.length === 0) return undefined;
  const told = amiss.map(([name]) => (name in given ? `${name} (not of its kind)` : name));
  return `chart lacks ${told.join(', ')}: give one that @clv/charts makes`;
}
