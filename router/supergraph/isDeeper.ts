/** Does it hold lists and objects below one another in more than `levels` levels? Asked of what came as JSON, however deep. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1))
}
