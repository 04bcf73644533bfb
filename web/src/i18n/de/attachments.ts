import type { attachments as english } from '../en/attachments.ts'
import type { Translated } from '../translated.ts'

export const attachments: Translated<typeof english> = {
  picked: 'Dateien, die mit der Nachricht gehen',
  waiting_one: '{{count}} Datei ist unterwegs. Sie kann gesendet werden, wenn sie da ist.',
  waiting_other: '{{count}} Dateien sind unterwegs. Sie können gesendet werden, wenn sie da sind.',
  ready_one: '{{count}} Datei ist bereit.',
  ready_other: '{{count}} Dateien sind bereit.',
  most_one: 'Eine Nachricht hat höchstens {{count}} Datei.',
  most_other: 'Eine Nachricht hat höchstens {{count}} Dateien.',
  sending: '{{name}} wird gesendet',
  offline: 'Dateien brauchen das Netz: Es geht weiter, wenn es wieder da ist.',
  retry: 'Mit {{name}} noch einmal versuchen',
  remove: '{{name}} entfernen',
  openPicture: 'Bild {{name}} öffnen',
  save: '{{name}} speichern, {{size}}',
}
