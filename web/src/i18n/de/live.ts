import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const live: Translated<typeof en.live> = {
  online: 'Online',
  away: 'Abwesend',
  lastSeen: 'Zuletzt da: {{time}}',
  oneTypes: '{{name}} schreibt…',
  twoType: '{{first}} und {{second}} schreiben…',
  severalType: 'Mehrere schreiben…',
  delivered: 'Zugestellt',
  seen: 'Gelesen',
  seenBy_one: 'Von {{count}} Person gelesen',
  seenBy_other: 'Von {{count}} Personen gelesen',
}
