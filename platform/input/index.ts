/** Checks of what clients send: domain-free, and the same in every subgraph. */
export { httpsUrl } from './httpsUrl.ts'
export { folded, foldedBefore, foldText } from './foldText.ts'
export type { FoldedText } from './foldText.ts'
export { knownId } from './id.ts'
export { checkedText, codePoints } from './text.ts'
export type { TextLimits } from './text.ts'
