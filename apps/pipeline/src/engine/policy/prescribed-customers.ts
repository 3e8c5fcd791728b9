import type { CustomerInputs, ExpectedValues, Prescription } from '@clv/prescribe';

import type { Campaign } from './hold-out.js';
import type { CustomerRows } from '../customers/rows-to-prescribe.js';

/** What each offer costs, is worth and gains: customers x offers, row-major. */
export type OfferValues = Pick<ExpectedValues, 'value' | 'cost' | 'gain'>;

/** What was decided for customers, offer by offer. */
export interface Decision extends Pick<Prescription, 'offers' | 'choice'> {
  values: OfferValues;
}

/** What is known of customers before it is decided who gets what; every array has one entry a customer. */
export interface Foreknown {
  segment: Int32Array;
  segmentNames: readonly string[];
  pChurn: Float64Array;
  clv: Float64Array;
}

/** All that is said of customers. */
export interface Decided extends Foreknown {
  decision: Decision;
}

/** Customers and all that is said of them. */
export interface DecidedCustomers extends Decided, CustomerRows {}

/** The same in a run, where the policy was optimised and outcomes may be known. */
export interface PrescribedCustomers extends DecidedCustomers {
  /** 1 churned, 0 stayed, -1 not known yet. */
  labels: Int8Array;
  inputs: CustomerInputs;
  /** The policy as it was chosen. */
  policy: Prescription;
  /** The policy as it is to be carried out: without those who are held out. */
  decision: Prescription;
  /** Who is held out; only where the config asks for a control group. */
  campaign?: Campaign;
}

/** The offer that a customer gets. */
export const chosenOffer = ({ decision: { offers, choice } }: Decided, i: number) => offers[choice[i]];

/** A customer's entry in a matrix of customers x offers, for the offer that they get. */
export const ofChosen = ({ decision: { offers, choice } }: Decided, matrix: Float64Array, i: number) =>
  matrix[i * offers.length + choice[i]];
