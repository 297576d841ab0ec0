/** A filter on a part of a text, case aside. Prisma passes "%" and "_" on to LIKE, which would read them as wildcards. */
export function containsText(search: string) {
  return { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
}
