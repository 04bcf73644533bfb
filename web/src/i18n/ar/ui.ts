import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const ui: Translated<typeof en.ui> = {
  close: 'إغلاق',
  cancel: 'إلغاء',
  loading: 'جارٍ التحميل',
  saved: 'حُفظ',
  back: 'رجوع',
  save: 'حفظ',
  copy: 'نسخ',
  onClipboard: 'صار في الحافظة.',
  copied: 'نُسخ',
  showMore: 'عرض المزيد',
  tryAgain: 'حاول مجددًا',
  you: 'أنت',
  guest: 'ضيف',
  bot: 'بوت',
}
