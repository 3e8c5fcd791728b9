import { shapes, type Shape } from '@clv/contracts';
import type { CalibrationMethod } from './calibration.js';

const { finite, listOf, object, tagged, text } = shapes;

const lists: Shape = object({ method: text, margins: listOf(finite), logits: listOf(finite) });

const calibrations: Record<CalibrationMethod, Shape> = {
  none: object({ method: text }),
  platt: object({ method: text, slope: finite, intercept: finite }),
  beta: object({ method: text, a: finite, b: finite, c: finite }),
  isotonic: (value, path) => {
    const misshape = lists(value, path);
    if (misshape) return misshape;
    const { margins, logits } = value as { margins: number[]; logits: number[] };
    if (margins.length === 0) return { path: `${path}.margins`, fault: 'must not be empty' };
    return listOf(finite, margins.length)(logits, `${path}.logits`);
  },
};
/** What a saved calibration must look like. */
export const calibrationShape = tagged('method', calibrations);
