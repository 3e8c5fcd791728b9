/** The steps of a run on Spark, in their order. */
export const sparkSteps = [
  'config',
  'encoding',
  'encode',
  'plan',
  'guess',
  'appraise',
  'edge',
  'gather',
  'settle',
  'decide',
  'finish',
] as const;
export type SparkStep = (typeof sparkSteps)[number];
