const SHORT = 48

// Controls, the quotation mark, the backslash, and surrogates, which may stand alone.
const special = /[\u0000-\u001f"\\\ud800-\udfff]/

/** Text as a JSON string. Most texts need no escape: a look at them costs less than JSON.stringify. */
export function quote(text: string): string {
  if (text.length > SHORT) return special.test(text) ? JSON.stringify(text) : `"${text}"`
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(text)
  }
  return `"${text}"`
}
