/** The parts that an experiment's columns play in its table. */
export const experimentRoles = { offer: 'offer', propensity: 'propensity', outcome: 'outcome' } as const;
