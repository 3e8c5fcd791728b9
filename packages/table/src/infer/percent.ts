/** A share in percent, never rounded up to 100%, which only the whole is. */
export const percent = (share: number): string => `${Math.floor(share * 1000) / 10}%`;
