/** The encoding of a line over the whole height, as strong whichever rows are picked. */
export const lineAcross = (field: string) => ({
  x: { field },
  y: { value: 0 },
  y2: { value: 'height' as const },
  opacity: { value: 1 },
});
