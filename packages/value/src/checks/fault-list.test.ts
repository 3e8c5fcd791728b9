import { InvalidInputError } from '@clv/contracts';
import { FaultList } from './fault-list.js';

/** The messages of what a list throws after so many faults; none where it does not throw. */
function thrownAfter(count: number): string[] {
  const faults = new FaultList();
  const read = () => {
    const all = Array.from({ length: count }, (_, i) => ({ rule: 'amiss', message: `row ${i + 1}` }));
    if (count > 0) throw new InvalidInputError(all);
  };
  faults.gatherFrom(read);
  try {
    faults.throwIfAny();
    return [];
  } catch (error) {
    return (error as InvalidInputError).faults.map(({ message }) => message);
  }
}

describe('FaultList', () => {
  it('throws all faults at once, and nothing where there is none', () => {
    expect(thrownAfter(0)).toEqual([]);
    expect(thrownAfter(2)).toEqual(['row 1', 'row 2']);
    expect(thrownAfter(1000).at(-1)).toBe('row 1000');
  });

  it('lists the first 1,000, and counts the others', () => {
    const messages = thrownAfter(1200);
    expect(messages).toHaveLength(1001);
    expect(messages.slice(-2)).toEqual(['row 1000', 'and 200 more faults']);
  });

  it('lets through what is no fault of the input', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => new FaultList().gatherFrom(broken)).toThrow(TypeError);
    expect(new FaultList().gatherFrom(() => 7)).toBe(7);
  });
});
