/** A text as search compares it, and where each part of that comes from. */
export interface FoldedText {
  folded: string
  /** For each UTF-16 unit of `folded`, where the character that it comes from begins and ends in the text, with its marks. */
  starts: number[]
  ends: number[]
}

/**
 * A character with the marks that stand on it, as many as a writing may need: putting thousands in order takes long. The sound
 * marks of half-width katakana are letters for Unicode.
 */
const CHARACTERS = /[^][\p{M}\uff9e\uff9f]{0,30}/gu
/** Accents, taken apart from their letters. Cyrillic has letters of their own that look like some with a mark, but for ё. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\u0415\u0435])\p{Mn}+/gu
/** One letter of a script that has no case, as Chinese has none: most of a text in it folds to itself. */
const WITHOUT_CASE = /^\p{Lo}$/u
const NOT_ASCII = /[^\0-\x7f]/

export function foldText(text: string): FoldedText {
  let all = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: character, index } of text.matchAll(CHARACTERS)) {
    const part = fold(character)
    all += part
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(index)
      ends.push(index + character.length)
    }
  }
  return { folded: all, starts, ends }
}

/** The same without the places. */
export const folded = (text: string): string =>
  NOT_ASCII.test(text) ? text.replace(CHARACTERS, fold) : text.toLowerCase()

/**
 * Without case (ß is ss), without accents of Latin and Greek letters, and full and half width as one (NFKD): character by
 * character, so that equal text folds equally anywhere.
 */
function fold(character: string): string {
  if (!NOT_ASCII.test(character)) return character.toLowerCase()
  const apart = character.normalize('NFKD')
  if (apart === character && WITHOUT_CASE.test(apart)) return apart
  const bare = apart.replace(ACCENTS, '')
  // Capital ẞ has a small form, and that one two capitals.
  return bare.toLowerCase().toUpperCase().toLowerCase().normalize('NFC')
}

/**
 * As texts were folded before accents were left out, and as those that nobody has written or changed since are kept: with accents,
 * and with only such changes of case as keep a letter one letter.
 */
export const foldedBefore = (text: string): string =>
  Array.from(text, (point) => point.normalize('NFKC').toLowerCase()).join('')
