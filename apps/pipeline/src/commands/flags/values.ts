import { InvalidArgumentError } from 'commander';

export function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || text.trim() === '')
    throw new InvalidArgumentError('it must be a whole number.');
  return value;
}

export function port(text: string): number {
  const value = integer(text);
  if (value < 0 || value > 65_535) throw new InvalidArgumentError('it must be between 0 and 65535.');
  return value;
}

export function price(text: string): number {
  const value = amount(text);
  if (value < 0) throw new InvalidArgumentError('it must be at least 0.');
  return value;
}

export function amount(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '') throw new InvalidArgumentError('it must be a number.');
  return value;
}
