const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in HTML, attributes included. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => named[character]!)
