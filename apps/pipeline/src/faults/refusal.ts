import { InvalidInputError } from '@clv/contracts';

/** One fault of an input as an error. */
export const refusal = (rule: string, path: string, message: string) =>
  new InvalidInputError([{ rule, path, message }]);
