/** What is said of files where there is no room to show them. A quote of an older version of this page has none. */
export const namesOf = (files: readonly { name: string }[] | undefined): string =>
  (files ?? []).map(({ name }) => name).join(', ')
