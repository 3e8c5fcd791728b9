/** The steps of a run on Spark, in their order. */
export const sparkSteps = [
  'config',
  'encoding',
  'encode',
  'plan',
  'appraise',
  'edge',
  'gather',
  'settle',
  'decide',
  'finish',
] as const;
export type SparkStep = (typeof sparkSteps)[number];
