import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const errors: Translated<typeof en.errors> = {
  FILE_TOO_LARGE: 'Die Datei ist zu groß.',
  UPLOAD_MISMATCH: 'Angekommen ist nicht die angekündigte Datei. Versuche es noch einmal.',
  UPLOAD_INCOMPLETE: 'Die Datei ist noch nicht ganz da.',
  FORBIDDEN: 'Das darfst du nicht, oder es gibt es für dich nicht.',
  HANDLE_TAKEN: 'Dieser Benutzername ist vergeben.',
  INTERNAL: 'Auf dem Server ist etwas schiefgegangen.',
  INVALID_CREDENTIALS: 'Benutzername oder Passwort stimmt nicht.',
  INVALID_INPUT: 'Etwas daran ist nicht gültig.',
  INVITE_INVALID: 'Dieser Einladungslink ist unbekannt, abgelaufen, aufgebraucht oder beendet.',
  LIMIT_EXCEEDED: 'Davon gibt es schon so viele, wie es geben darf.',
  NETWORK: 'Der Server ist nicht erreichbar.',
  NOT_CONTACTABLE: 'Du und diese Person könnt euch nicht schreiben.',
  NOT_FOUND: 'Das gibt es nicht mehr.',
  OVERLOADED: 'Der Server ist ausgelastet. Versuche es gleich noch einmal.',
  RATE_LIMITED: 'Das war zu oft. Versuche es gleich noch einmal.',
  TEXT_TOO_LONG: 'Der Text ist zu lang.',
  TIMED_OUT: 'Es hat zu lange gedauert. Versuche es noch einmal.',
  UNAUTHENTICATED: 'Du bist nicht mehr angemeldet.',
  UNAVAILABLE: 'Ein Teil des Servers ist nicht erreichbar. Versuche es gleich noch einmal.',
  VERSION_CONFLICT: 'Es wurde inzwischen geändert.',
}
