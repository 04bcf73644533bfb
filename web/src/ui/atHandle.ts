import i18next from 'i18next'

/** `@ada`. Set apart where the page is read from right to left, which would put the sign behind the handle. */
export const atHandle = (handle: string): string => (i18next.dir() === 'rtl' ? `\u2066@${handle}\u2069` : `@${handle}`)
