const prefix = 'parley.draft.'
/** Drafts kept in a browser at most; the oldest go first. */
const most = 100

export interface KeptDraft {
  text: string
  /** The server has had it: where it has another by now, that is newer. */
  isTold: boolean
}

/** @param place  whose it is, and where */
export function keptDraft(place: string): KeptDraft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + place) ?? 'null')
    if (isKept(kept)) return { text: kept.text, isTold: kept.isTold === true }
  } catch {
    // As none.
  }
  return { text: '', isTold: false }
}

export function keepDraft(place: string, { text, isTold }: KeptDraft): void {
  try {
    if (!text) return localStorage.removeItem(prefix + place)
    localStorage.setItem(prefix + place, JSON.stringify({ text, isTold, at: Date.now() }))
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

const isKept = (value: unknown): value is { text: string; at: number; isTold?: unknown } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'at' in value
