/** Each customer's offers as the budget sees them: customers x offers, row-major; offer 0 is none, free and without gain. */
export interface Choices {
  customers: number;
  offers: number;
  gain: Float64Array;
  cost: Float64Array;
}
