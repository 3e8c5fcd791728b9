import { shapes, type Shape } from '@clv/contracts';
import type { SurvivalModel } from './survival-model.js';

const { finite, listOf, object, text, whole } = shapes;

const spans = listOf(object({ until: whole(1), hazard: finite, shape: finite }));

const { windowMonths, ...survived }: Record<keyof SurvivalModel, Shape> = {
  tenure: text,
  windowMonths: whole(1),
  spans: (value, path) =>
    spans(value, path) ??
    ((value as unknown[]).length > 0 ? undefined : { path, fault: 'must not be empty' }),
  lastSeen: listOf(finite),
};

const survival = object(survived, { windowMonths });

/** What a saved survival model must look like. */
export const survivalShape: Shape = (value, path) => {
  const misshape = survival(value, path);
  if (misshape) return misshape;
  const { windowMonths, lastSeen } = value as SurvivalModel;
  const isMissing = windowMonths === undefined && lastSeen.length === 0;
  return isMissing
    ? { path: `${path}.lastSeen`, fault: 'must not be empty where there are no windowMonths' }
    : undefined;
};
