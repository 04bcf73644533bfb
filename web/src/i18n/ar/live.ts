import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const live: Translated<typeof en.live> = {
  online: 'متصل',
  away: 'بعيد',
  lastSeen: 'آخر ظهور {{time}}',
  oneTypes: '{{name}} يكتب…',
  twoType: '{{first}} و{{second}} يكتبان…',
  severalType: 'عدة أشخاص يكتبون…',
  delivered: 'وصلت',
  seen: 'قُرئت',
  seenBy_zero: 'لم يقرأها أحد',
  seenBy_one: 'قرأها شخص واحد',
  seenBy_two: 'قرأها شخصان',
  seenBy_few: 'قرأها {{count}} أشخاص',
  seenBy_many: 'قرأها {{count}} شخصًا',
  seenBy_other: 'قرأها {{count}} شخص',
}
