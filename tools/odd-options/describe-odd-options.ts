// eslint-disable-next-line @nx/enforce-module-boundaries -- the tools stand beside the floors, on which the rule goes by tags
import { ClvError } from '@clv/contracts';

/** A public function with arguments that it takes. */
export interface Call {
  /** By their names, in order; tables are not among those that are changed. */
  args: Readonly<Record<string, unknown>>;
  /** Which arguments hold options: each of their fields is changed in turn, so every option must be in them. */
  options?: readonly string[];
  /** Arguments that stay as they are: tables, and what only a compiler can check. */
  keep?: readonly string[];
}

const oddValues: readonly unknown[] = [
  null,
  NaN,
  -1,
  0.5,
  3,
  1e300,
  '5',
  '',
  true,
  {},
  [],
  [null],
  ['5'],
  [2, NaN],
  () => 1,
  Symbol('odd'),
  5n,
  { length: 3 },
];

/**
 * Tests that no function of a package takes an argument of another type or size for what it is not: it either does something
 * with it, of which no number is NaN, or refuses it by a typed error that names the option.
 *
 * @param functions what the package exports; each function must have its calls, so that none is forgotten.
 */
export function describeOddOptions(
  functions: Readonly<Record<string, unknown>>,
  calls: () => Readonly<Record<string, Call>>,
): void {
  const names = Object.keys(functions).filter((name) => /^[a-z]/.test(name));

  describe.each(names)('%s', (name) => {
    const run = async (args: Call['args']) =>
      (functions[name] as (...all: unknown[]) => unknown)(...Object.values(args));
    const callOf = () => {
      const call = calls()[name];
      if (!call) throw new Error(`no call of ${name}: add one`);
      return call;
    };

    it('takes what it is made for', async () => {
      await run(callOf().args);
    });

    it('takes no odd argument', async () => {
      const { args, keep = [] } = callOf();
      const faults: string[] = [];
      for (const arg of Object.keys(args).filter((arg) => !keep.includes(arg)))
        for (const odd of oddValues) faults.push(...(await nonsense(arg, odd, run({ ...args, [arg]: odd }))));
      expect(faults).toEqual([]);
    });

    it('takes no odd option, and names it', async () => {
      const { args, options = [] } = callOf();
      const faults: string[] = [];
      for (const arg of options) {
        const given = args[arg] as object;
        for (const option of Object.keys(given))
          for (const odd of oddValues) {
            const result = run({ ...args, [arg]: { ...given, [option]: odd } });
            faults.push(...(await nonsense(option, odd, result, option)));
          }
      }
      expect(faults).toEqual([]);
    });
  });
}

/** They name the part of the model that is damaged, which is not always the one that was changed. */
const modelErrors: readonly string[] = ['MODEL_FORMAT', 'INVALID_MODEL'];

/**
 * What is wrong with how a function takes an odd value; nothing where all is well.
 *
 * @param named what an error must name.
 */
async function nonsense(
  place: string,
  odd: unknown,
  result: Promise<unknown>,
  named?: string,
): Promise<string[]> {
  const said = `${place}: ${typeof odd === 'object' ? JSON.stringify(odd) : String(odd)}`;
  try {
    return holdsNaN(await result) ? [`${said} gives NaN`] : [];
  } catch (error) {
    const { message, path = '', column = '', code } = error as ClvError;
    const isNamed =
      named === undefined ||
      modelErrors.includes(code) ||
      message.startsWith('unknown ') ||
      [message, path, column].some((text) => text.includes(named));
    return error instanceof ClvError && isNamed ? [] : [`${said} gives ${String(error)}`];
  }
}

function holdsNaN(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array).some(Number.isNaN);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNaN);
}
