import { checkArgument, shapes } from '@clv/contracts';

/** @throws {InvalidOptionError} for an option that is no number between 0 and 1, or is one of the two. */
export const checkFraction = (option: string, value: number): void => checkArgument(option, value, fraction);

const fraction = shapes.number('between 0 and 1', (value) => value > 0 && value < 1);
