import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const app: Translated<typeof en.app> = {
  reconnecting: 'جارٍ إعادة الاتصال…',
  offline: 'أنت غير متصل. ما تكتبه يُرسَل عند عودة الاتصال.',
  chooseTitle: 'اختر محادثة',
  chooseText: 'أو ابدأ محادثة جديدة، وادعُ الآخرين برابط.',
  newMessages: 'رسائل جديدة',
  newMessageFrom: 'رسالة جديدة من {{name}}',
  newMessageFromIn: 'رسالة جديدة من {{name}} في {{title}}',
  failedTitle: 'تعذّر عرض هذه الصفحة',
  failedText: 'ربما تغيّرت منذ أن فتحت Parley. لم يضِع شيء.',
  failedOffline: 'لم تُفتح هذه الصفحة هنا من قبل، فهي تحتاج إلى الشبكة.',
  reload: 'إعادة التحميل',
  skipToContent: 'الانتقال إلى المحادثة',
}
