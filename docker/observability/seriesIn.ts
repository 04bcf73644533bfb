/** A selector in an expression of PromQL: the name of its series, and the labels that it asks for. */
export interface Selector {
  series: string
  labels: readonly string[]
}

const words = /\b(by|without|on|ignoring|group_left|group_right|or|and|unless|bool|offset|start|end)\b/g

/**
 * What an expression of PromQL names. It reads what stands in this folder, and is no parser: names of metrics in `__name__`
 * are not seen.
 */
export function selectorsIn(expression: string): Selector[] {
  const selectors = [...bare(expression).matchAll(/([a-zA-Z_:][\w:]*)\s*(?:\{([^}]*)\})?(?!\s*\(|[\w:])/g)]
  return selectors.map(([, series, inside = '']) => ({
    series: series!,
    labels: [...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label]) => label!),
  }))
}

/** The labels by which an expression groups. */
export const groupedBy = (expression: string): string[] =>
  [...withoutTexts(expression).matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)]
    .flatMap(([, list]) => list!.split(','))
    .map((label) => label.trim())
    .filter((label) => label !== '')

const withoutTexts = (expression: string): string => expression.replace(/"(?:[^"\\]|\\.)*"/g, '""')

/** Without texts, times, lists of labels, words and numbers: names of series remain, and of functions before their bracket. */
const bare = (expression: string): string =>
  withoutTexts(expression)
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, ' ')
    .replace(words, ' ')
    .replace(/\b\d+(?:\.\d+)?(?:e\d+)?\b/g, ' ')
