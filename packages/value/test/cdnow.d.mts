/** The purchases of the CDNOW sample as columns; undefined, and said aloud, where the data are not there. */
export function cdnowTransactions(): { customer_id: string[]; date: string[]; amount: number[] } | undefined;
