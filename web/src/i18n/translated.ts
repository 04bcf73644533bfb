import type { en } from './en/index.ts'

/** The same keys with words of another language: a missing or superfluous one fails the type check. */
export type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>
}

export type Catalogue = Translated<typeof en>
