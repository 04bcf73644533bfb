import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const ui: Translated<typeof en.ui> = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  copy: 'Kopieren',
  copied: 'Kopiert',
  showMore: 'Mehr anzeigen',
  tryAgain: 'Nochmal versuchen',
  you: 'Du',
  guest: 'Gast',
}
