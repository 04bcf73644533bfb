export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string }

const candidate = /https?:\/\/[^\s<>"'`\u{ad}\u{200b}-\u{200f}\u{2028}-\u{202e}]+/giu

/**
 * Cuts text into plain parts and links. Only http and https become links, and only where the browser's own parser agrees
 * with the text; everything stays text, so nothing in it can become markup.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = []
  let done = 0
  for (const match of text.matchAll(candidate)) {
    const url = withoutTrailingPunctuation(match[0])
    if (!isSafe(url)) continue
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) })
    parts.push({ kind: 'link', text: url, href: url })
    done = match.index + url.length
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) })
  return parts
}

/** `(see https://example.org).` ends before the bracket, while `…/wiki/Parley_(talk)` keeps its own. */
function withoutTrailingPunctuation(url: string): string {
  let end = url.length
  for (;;) {
    const last = url[end - 1] ?? ''
    const isLoneBracket = last === ')' && count(url.slice(0, end), ')') > count(url.slice(0, end), '(')
    if (!isLoneBracket && !/[.,;:!?\]}*_~…]/.test(last)) return url.slice(0, end)
    end -= 1
  }
}

const count = (text: string, character: string): number => text.split(character).length - 1

function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username } = new URL(url)
  // A name and password before the host (https://bank.example@evil.example) only ever serve to mislead.
  return /^https?:$/.test(protocol) && hostname !== '' && username === ''
}
