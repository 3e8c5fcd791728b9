/** The steps of a run on Spark, in their order. */
export const sparkSteps = [
  'config',
  'plan',
  'appraise',
  'edge',
  'gather',
  'settle',
  'decide',
  'finish',
] as const;
export type SparkStep = (typeof sparkSteps)[number];
