/**
 * The values of a label that others choose: so many are told apart, in the order in which they come. Those that come later,
 * and long ones, are counted together as `(other)`.
 */
export function boundedLabel(most: number, longest: number): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return value
    if (known.size >= most || value.length > longest) return '(other)'
    known.add(value)
    return value
  }
}
