/** Most characters of a message, as Unicode code points (the server's limit). */
export const maxTextLength = 10_000

/** What would be sent: line breaks as one character, without control characters that the server refuses. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .trim()

export const lengthOf = (text: string): number => [...text].length
