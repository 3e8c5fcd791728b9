import { sharedTurns, takeTurns } from './turns.js';

describe('takeTurns', () => {
  it('leaves no part out and does none twice, whoever takes it', () => {
    const turns = sharedTurns(5);
    const done: string[] = [];
    const inBetween = (part: number) => {
      done.push(`here ${part}`);
      if (part === 1) takeTurns({ ...turns, parts: 3 }, (other) => done.push(`there ${other}`));
    };
    expect(takeTurns(turns, inBetween)).toBe(3);
    expect(done).toEqual(['here 0', 'here 1', 'there 2', 'here 4']);
  });
});
