/** Path and query of the page, set before each page: a server component is not told where it stands. */
export const pathHeader = 'x-oriel-path';
