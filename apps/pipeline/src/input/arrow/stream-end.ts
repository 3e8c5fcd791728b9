/** How Arrow says that nothing more comes; a writer may leave it out. */
const endMark = Buffer.from('ffffffff00000000', 'hex');

/** Each message is made up to a multiple of so many bytes. */
export const messageBytes = 8;

/** With what each message begins, before its length. */
const beginning = 0xff;

/**
 * How an Arrow IPC stream ends, of which a reader takes one that breaks off between messages for whole: with the mark of its end,
 * without it, or within the first bytes of a message.
 *
 * @param bytes how many there are.
 * @param last the last 8 of them, or all where there are fewer.
 */
export function streamEnd(bytes: number, last: Uint8Array): 'marked' | 'unmarked' | 'cut' {
  if (endMark.equals(last)) return 'marked';
  const over = bytes % messageBytes;
  return over > 0 && last.at(-over) === beginning ? 'cut' : 'unmarked';
}
