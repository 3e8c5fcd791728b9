import { ModelFormatError } from './model-format-error.js';

/** A value inside an untrusted JSON document that knows its place, so that every complaint can name it. */
export class JsonReader {
  constructor(
    readonly value: unknown,
    readonly path = '',
  ) {}

  /** The member `key`, which must be there. */
  get(key: string): JsonReader {
    const member = this.find(key);
    if (!member) throw this.at(key).error('is missing');
    return member;
  }

  /** The member `key`, if it is there. */
  find(key: string): JsonReader | undefined {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.error('must be an object');
    return Object.hasOwn(value, key) ? this.at(key, (value as Record<string, unknown>)[key]) : undefined;
  }

  items(): JsonReader[] {
    return this.array().map((value, i) => new JsonReader(value, `${this.path}[${i}]`));
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.error('must be a string');
    return this.value;
  }

  texts(): string[] {
    return this.items().map((item) => item.text());
  }

  number(): number {
    return this.checkedNumber(this.value, '');
  }

  /** A number that XGBoost writes as text: `"5E-1"`. */
  numberFromText(): number {
    const { value } = this;
    return this.checkedNumber(typeof value === 'string' && value.trim() !== '' ? Number(value) : value, '');
  }

  /** Numbers as the nearest float32 values, all finite. */
  floats(): number[] {
    return this.array().map((value, i) => Math.fround(this.checkedNumber(value, `[${i}]`)));
  }

  /** Whole numbers, or booleans as 0 and 1. */
  integers(): number[] {
    return this.array().map((value, i) => {
      const number = this.checkedNumber(typeof value === 'boolean' ? Number(value) : value, `[${i}]`);
      if (!Number.isSafeInteger(number)) throw this.error(`must be a whole number: ${number}`, `[${i}]`);
      return number;
    });
  }

  /** Numbers or booleans, each 0 or 1. */
  bits(): number[] {
    const bits = this.integers();
    const stray = bits.findIndex((bit) => bit !== 0 && bit !== 1);
    if (stray >= 0) throw this.error(`must be 0 or 1: ${bits[stray]}`, `[${stray}]`);
    return bits;
  }

  error(complaint: string, suffix = ''): ModelFormatError {
    return new ModelFormatError(this.path + suffix, complaint);
  }

  private at(key: string, value?: unknown): JsonReader {
    return new JsonReader(value, this.path === '' ? key : `${this.path}.${key}`);
  }

  private array(): readonly unknown[] {
    if (!Array.isArray(this.value)) throw this.error('must be an array');
    return Array.from(this.value);
  }

  private checkedNumber(value: unknown, suffix: string): number {
    if (typeof value === 'number' && Number.isFinite(Math.fround(value))) return value;
    throw this.error(`must be a finite float32 number: ${String(value)}`, suffix);
  }
}
