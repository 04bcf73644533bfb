import type { en } from './en/index.ts'
import type { onDemand } from './en/onDemand.ts'

/** All that the page says: with the first load, and on demand. */
export type EnglishTexts = typeof en & typeof onDemand

/** Keys that English has no use for, where it has `members_other`: Arabic says two of something in another way than three. */
type PluralKey<Key> = Key extends `${infer Base}_other` ? `${Base}_${'zero' | 'two' | 'few' | 'many'}` : never

/**
 * The same keys with words of another language: a missing or superfluous one fails the type check. Which plural forms a
 * language needs is looked at by catalogues.test.ts.
 */
export type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>
} & { readonly [Key in PluralKey<keyof Texts>]?: string }

export type Catalogue = Translated<EnglishTexts>
