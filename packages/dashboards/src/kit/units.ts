/** Units with the decimals that go with them; spread into a panel or a column. */
export const share = { unit: 'percentunit', decimals: 0 } as const;
export const count = { unit: 'none', decimals: 0 } as const;
export const cores = { unit: 'none', decimals: 2 } as const;
