/** One or two letters that stand for a name: the first of its first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = letterOf(words[0])
  const last = words.length > 1 ? letterOf(words.at(-1)) : ''
  return (first + last).toLocaleUpperCase() || '?'
}

/** A whole character as people see it: an emoji or an accented letter may be several code points. */
function letterOf(word = ''): string {
  const letters = word.replace(/^[^\p{L}\p{N}\p{Emoji_Presentation}]+/u, '') || word
  return new Intl.Segmenter().segment(letters)[Symbol.iterator]().next().value?.segment ?? ''
}

/** A hue from 0 to 359, always the same for an id. */
export function hueOf(id: string): number {
  let hash = 2166136261
  for (const character of id) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619)
  return (hash >>> 0) % 360
}
