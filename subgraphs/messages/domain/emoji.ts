import { InvalidInput } from '../../../platform/errors.ts'

const EMOJI = /^\p{RGI_Emoji}$/v
const VARIATION = '\u{fe0f}'

/**
 * One emoji as Unicode recommends it for interchange (UTS #51, RGI). A character that is also a plain sign gets the
 * selector that makes it an emoji, so that both ways of writing it are one reaction.
 * @throws InvalidInput
 */
export function checkedEmoji(given: string): string {
  // The longest ones, families with skin tones, stay below.
  if (given.length <= 32) {
    if (EMOJI.test(given)) return given
    if (EMOJI.test(given + VARIATION)) return given + VARIATION
  }
  throw new InvalidInput('emoji must be one emoji.')
}
