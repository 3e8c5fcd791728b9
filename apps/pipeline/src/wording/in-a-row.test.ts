import { inARow } from './in-a-row.js';

it('inARow joins the last two by a word, and all before them by commas', () => {
  expect(inARow(['a call'])).toBe('a call');
  expect(inARow(['a call', '5% off'])).toBe('a call and 5% off');
  expect(inARow(['a call', '5% off', '10% off'])).toBe('a call, 5% off and 10% off');
  expect(inARow(['a call', '5% off', '10% off'], 'or')).toBe('a call, 5% off or 10% off');
});
