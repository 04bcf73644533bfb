/** What is longer stands folded among the other messages. A text that is hardly longer than what is shown of it does not. */
const longText = 2_000
const manyLines = 24

/** How much of it is shown. */
const shownLength = 1_200
const shownLines = 14

/** The beginning of a text that is too long to stand among others in full; null where it is not. */
export function folded(text: string): string | null {
  const lines = text.split('\n')
  if (text.length <= longText && lines.length <= manyLines) return null
  const shown = upToWord(lines.slice(0, shownLines).join('\n')).trimEnd()
  const isInBlock = (shown.match(/```/g)?.length ?? 0) % 2 === 1
  return isInBlock ? `${shown}…\n\`\`\`` : `${shown}…`
}

/** Cut between two words, so that no link loses its end; in one endless word at least not within a character. */
function upToWord(text: string): string {
  if (text.length <= shownLength) return text
  const cut = text.slice(0, shownLength)
  const word = cut.search(/\s\S*$/)
  return word > shownLength / 2 ? cut.slice(0, word) : cut.replace(/[\ud800-\udbff]$/, '')
}
