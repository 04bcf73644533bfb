import type { Catalogue } from '../translated.ts'
import { app } from './app.ts'
import { attachments } from './attachments.ts'
import { conversations } from './conversations.ts'
import { discover } from './discover.ts'
import { live } from './live.ts'
import { errors } from './errors.ts'
import { integrations } from './integrations.ts'
import { members } from './members.ts'
import { messages } from './messages.ts'
import { notifications } from './notifications.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { ui } from './ui.ts'

/** Arabic, written from right to left: its own file, which a page in another language never loads. */
export const ar: Catalogue = {
  app,
  attachments,
  conversations,
  discover,
  errors,
  integrations,
  live,
  members,
  messages,
  notifications,
  session,
  settings,
  ui,
}
