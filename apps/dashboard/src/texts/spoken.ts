/** The languages besides English. */
export const spoken = ['de', 'fr', 'es'] as const;
