import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'

export const members: Translated<typeof en.members> = {
  members: 'Mitglieder',
  close: 'Mitglieder schließen',
  leave: 'Verlassen',
  leaveTitle: '{{title}} verlassen?',
  leaveText: 'Du siehst diese Unterhaltung dann nicht mehr.',
  leaveOwnerText: 'Gehört sie nur dir, geht sie an das Mitglied über, das am längsten dabei ist.',
  moreAbout: 'Mehr über {{name}}',
  talkInPrivate: 'Privat unterhalten',
  remove: 'Entfernen',
  removeTitle: '{{name}} entfernen?',
  removeText: 'Die Person kann hier weder lesen noch schreiben. Mit einem Einladungslink kann sie wieder beitreten.',
  you: 'du',
  role: { OWNER: 'Eigentum', ADMIN: 'Leitung', MEMBER: 'Mitglied', GUEST: 'Gast' },
}
