import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const session: Translated<typeof en.session> = {
  comeIn: 'Eintreten',
  welcomeBack: 'Willkommen zurück',
  createYourAccount: 'Lege dein Konto an',
  invited: 'Du bist eingeladen',
  invitedText: 'Sag uns deinen Namen, um an der Unterhaltung teilzunehmen.',
  claim: 'Sprich mit allen, denen du einen Link gibst.',
  endedElsewhere: 'Du bist abgemeldet: Diese Sitzung wurde auf einem anderen Gerät beendet oder ist abgelaufen.',
  otherWays: 'Andere Wege herein',
  asGuest: 'Als Gast eintreten',
  logIn: 'Anmelden',
  createAnAccount: 'Konto anlegen',
  createAccount: 'Konto anlegen',
  yourName: 'Dein Name',
  namePlaceholder: 'Ada',
  handle: 'Benutzername',
  handleHint: 'Zum Anmelden: Buchstaben, Ziffern, _ . und -, am Anfang ein Buchstabe.',
  password: 'Passwort',
  passwordHint: 'Mindestens 8 Zeichen.',
  accountOf: 'Konto von {{name}}',
  settings: 'Einstellungen',
  coloursSystem: 'Farben: wie das System',
  coloursLight: 'Farben: hell',
  coloursDark: 'Farben: dunkel',
  logOut: 'Abmelden',
  logOutAsGuest: 'Als Gast abmelden?',
  logOutAsGuestText:
    'Ein Gast kann nicht zurückkommen: Deine Unterhaltungen wären für dich verloren. Lege ein Konto an, um sie zu behalten.',
  logOutForGood: 'Endgültig abmelden',
  keepAccount: 'Behalte dein Konto',
  keepAccountText:
    'Deine Unterhaltungen und Nachrichten bleiben. Mit Benutzername und Passwort kannst du von jedem Gerät zurückkommen.',
}
