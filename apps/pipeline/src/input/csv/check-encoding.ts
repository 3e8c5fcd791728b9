import { isUtf8 } from 'node:buffer';

import { refusal } from '../../faults/refusal.js';

/** With fewer lines that are not UTF-8 a file is UTF-8 with faults, each of which has its place. */
const manyLines = 10;

const advice = 'save it as UTF-8, in Excel as "CSV UTF-8"';

/** Refuses text in another encoding than UTF-8 as a whole, by its first bytes, and says what it looks like. */
export function checkEncoding(head: Buffer, name: string): void {
  if (isTwoBytes(head))
    throw refusal(
      'not-utf8',
      name,
      `${name} is not UTF-8 text but looks like UTF-16, as Excel's "Unicode Text" is: ${advice}`,
    );
  // A letter may be cut in two at the end.
  const whole = head.subarray(0, head.lastIndexOf('\n') + 1);
  if (isUtf8(whole) || holdsUtf8(whole)) return;
  const lines = whole.toString('latin1').split('\n');
  const strange = [...lines.keys()].filter((i) => beyondAscii.test(lines[i]));
  if (strange[0] > 0 && strange.length < manyLines) return;
  const [example] = /[^\s,;|"]*[\x80-\xff][^\s,;|"]*/.exec(lines[strange[0]])!;
  const meant = example.replace(/[\x80-\x9f]/g, (sign) => beyondLatin1[sign.charCodeAt(0) - 0x80]);
  throw refusal(
    'not-utf8',
    name,
    `${name} is not UTF-8 text but looks like Windows-1252 (Latin-1), by which line ${strange[0] + 1} has ${meant}: ${advice}`,
  );
}

/** What Windows-1252 has where Latin-1 has no signs, which versions of Node decode as if it were that. */
const beyondLatin1 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

const beyondAscii = /[\x80-\xff]/;

/** Whether text begins with the mark of UTF-16, or with letters every other byte of which is zero. */
function isTwoBytes(head: Buffer): boolean {
  const mark = head.subarray(0, 2).toString('latin1');
  return mark === '\xff\xfe' || mark === '\xfe\xff' || head.subarray(0, 2).includes(0);
}

/** Whether there is any letter of several bytes in text of which not all is UTF-8. */
const holdsUtf8 = (bytes: Buffer) => /[\u0080-\uFFFC]/.test(bytes.toString('utf8'));
