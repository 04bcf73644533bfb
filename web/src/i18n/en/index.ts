import { app } from './app.ts'
import { conversations } from './conversations.ts'
import { discover } from './discover.ts'
import { live } from './live.ts'
import { errors } from './errors.ts'
import { members } from './members.ts'
import { messages } from './messages.ts'
import { notifications } from './notifications.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { ui } from './ui.ts'

/** What the page says in English, by its part. The other languages have the same keys. */
export const en = {
  app,
  conversations,
  discover,
  errors,
  live,
  members,
  messages,
  notifications,
  session,
  settings,
  ui,
} as const
