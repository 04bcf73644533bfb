import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const app: Translated<typeof en.app> = {
  reconnecting: 'Verbindung wird wiederhergestellt …',
  offline: 'Du bist offline. Was du schreibst, wird gesendet, sobald du wieder verbunden bist.',
  chooseTitle: 'Wähle eine Unterhaltung',
  chooseText: 'Oder beginne eine neue und lade andere mit einem Link ein.',
  newMessages: 'Neue Nachrichten',
  newMessageFrom: 'Neue Nachricht von {{name}}',
  newMessageFromIn: 'Neue Nachricht von {{name}} in {{title}}',
  failedTitle: 'Diese Seite konnte nicht gezeigt werden',
  failedText: 'Vielleicht hat sie sich geändert, seit du Parley geöffnet hast. Nichts ist verloren.',
  failedOffline: 'Diese Seite war hier noch nie offen: Sie braucht das Netz.',
  reload: 'Neu laden',
  skipToContent: 'Zur Unterhaltung springen',
}
