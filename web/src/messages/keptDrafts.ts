const prefix = 'parley.draft.'
/** Drafts kept in a browser at most; the oldest go first. */
const most = 100

/** @param place  whose it is, and where */
export function keptDraft(place: string): string {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + place) ?? 'null')
    return isKept(kept) ? kept.text : ''
  } catch {
    return ''
  }
}

export function keepDraft(place: string, text: string): void {
  try {
    if (!text) return localStorage.removeItem(prefix + place)
    localStorage.setItem(prefix + place, JSON.stringify({ text, at: Date.now() }))
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    if (keys.length > most) for (const key of byAge(keys).slice(0, -most)) localStorage.removeItem(key)
  } catch {
    // Storage full or switched off: the draft lives as long as the page.
  }
}

function byAge(keys: string[]): string[] {
  const ageOf = (key: string): number => {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isKept(kept) ? kept.at : 0
  }
  return keys
    .map((key) => [ageOf(key), key] as const)
    .sort(([one], [other]) => one - other)
    .map(([, key]) => key)
}

const isKept = (value: unknown): value is { text: string; at: number } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'at' in value
