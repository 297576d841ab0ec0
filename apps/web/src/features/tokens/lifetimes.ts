/** What the form offers. */
export const tokenLifetimesInDays = [7, 30, 90, 365] as const;
