/** A text of the input in a line: no break or other control character of it moves what stands beside it. */
export const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ');
