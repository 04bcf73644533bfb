import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const ui: Translated<typeof en.ui> = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  loading: 'Wird geladen',
  saved: 'Gespeichert',
  back: 'Zurück',
  save: 'Speichern',
  copy: 'Kopieren',
  onClipboard: 'In der Zwischenablage.',
  copied: 'Kopiert',
  showMore: 'Mehr anzeigen',
  tryAgain: 'Nochmal versuchen',
  you: 'Du',
  guest: 'Gast',
  bot: 'Bot',
}
