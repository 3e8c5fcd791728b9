/** Who gets what, and what that is expected to be worth. One entry a row of the customers. */
export interface Policy {
  offers: { id: string; label: string }[];
  /** The place in `offers` of each customer's offer. */
  choice: Int32Array;
  clv: Float64Array;
  cost: Float64Array;
  baseline: Float64Array;
  optimized: Float64Array;
  /** Each offer's expected value for every customer; null where the run does not say. */
  values: (Float64Array | null)[];
  /** Of a scenario: 1 for each customer to whom another offer would be worth more, which its budget leaves no room for. */
  outbid?: Uint8Array;
}
