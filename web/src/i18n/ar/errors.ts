import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const errors: Translated<typeof en.errors> = {
  FILE_TOO_LARGE: 'الملف كبير جدًا.',
  UPLOAD_MISMATCH: 'ما وصل ليس الملف المعلن عنه. أعد المحاولة.',
  UPLOAD_INCOMPLETE: 'لم يصل الملف كاملًا بعد.',
  FORBIDDEN: 'لا يُسمح لك بهذا، أو أنه غير متاح لك.',
  HANDLE_TAKEN: 'اسم المستخدم هذا محجوز.',
  INTERNAL: 'حدث خطأ في الخادم.',
  INVALID_CREDENTIALS: 'اسم المستخدم أو كلمة المرور غير صحيحة.',
  INVALID_INPUT: 'شيء مما أدخلته غير صالح.',
  INVITE_INVALID: 'رابط الدعوة هذا غير معروف، أو انتهى، أو استُنفد.',
  LIMIT_EXCEEDED: 'بلغ العدد أقصى ما يُسمح به.',
  NETWORK: 'تعذّر الوصول إلى الخادم.',
  NOT_CONTACTABLE: 'لا يمكنك ولا يمكن لهذا الشخص أن تتراسلا.',
  NOT_FOUND: 'لم يعد موجودًا.',
  OVERLOADED: 'الخادم مشغول. حاول مجددًا بعد لحظات.',
  RATE_LIMITED: 'محاولات كثيرة. حاول مجددًا بعد لحظات.',
  TEXT_TOO_LONG: 'النص طويل جدًا.',
  TIMED_OUT: 'استغرق الأمر وقتًا طويلًا. حاول مجددًا.',
  UNAUTHENTICATED: 'لم تعد مسجّلًا الدخول.',
  UNAVAILABLE: 'تعذّر الوصول إلى جزء من الخادم. حاول مجددًا بعد لحظات.',
  VERSION_CONFLICT: 'لقد تغيّر في هذه الأثناء.',
}
