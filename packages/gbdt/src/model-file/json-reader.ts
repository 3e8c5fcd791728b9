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
    return Array.from(this.array(), (value, i) => new JsonReader(value, `${this.path}[${i}]`));
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.error('must be a string');
    return this.value;
  }

  texts(): string[] {
    return this.items().map((item) => item.text());
  }

  number(): number {
    return this.finite(this.value);
  }

  /** A number that XGBoost writes as text: `"5E-1"`. */
  numberFromText(): number {
    const { value } = this;
    return this.finite(typeof value === 'string' && value.trim() !== '' ? Number(value) : value);
  }

  /** Numbers as the nearest float32 values, all finite. */
  floats(): number[] {
    return this.numbers((value) => Number.isFinite(Math.fround(value)), 'a finite float32 number').map(
      Math.fround,
    );
  }

  /** Whole numbers. */
  integers(): number[] {
    return this.numbers(Number.isSafeInteger, 'a whole number');
  }

  /** Numbers or booleans, each 0 or 1. */
  bits(): number[] {
    const asNumbers = this.array().map((value) => (typeof value === 'boolean' ? Number(value) : value));
    return new JsonReader(asNumbers, this.path).numbers((value) => value === 0 || value === 1, '0 or 1');
  }

  error(complaint: string, suffix = ''): ModelFormatError {
    return new ModelFormatError(this.path + suffix, complaint);
  }

  private at(key: string, value?: unknown): JsonReader {
    return new JsonReader(value, this.path === '' ? key : `${this.path}.${key}`);
  }

  private array(): readonly unknown[] {
    if (!Array.isArray(this.value)) throw this.error('must be an array');
    return this.value;
  }

  private numbers(isSound: (value: number) => boolean, wanted: string): number[] {
    const array = this.array();
    for (let i = 0; i < array.length; i++) {
      const value = array[i];
      if (typeof value !== 'number' || !isSound(value))
        throw this.error(`must be ${wanted}: ${String(value)}`, `[${i}]`);
    }
    return [...(array as number[])];
  }

  private finite(value: unknown): number {
    if (typeof value === 'number' && Number.isFinite(Math.fround(value))) return value;
    throw this.error(`must be a finite float32 number: ${String(value)}`);
  }
}
