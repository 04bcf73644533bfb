import { InvalidInput } from '../../../../platform/errors.ts'
import type { Identity } from '../../../../platform/identity/index.ts'
import { findSettings, saveSettings } from '../../store/notifications/settings.ts'
import type { NotificationKind, QuietHours, SettingsRow } from '../../store/notifications/settings.ts'
import type { Accounts } from '../accounts.ts'
import { knownTimeZone, minuteOfDay } from './quietHours.ts'

/** What a user wants to be told, and how. */
export type Settings = Omit<SettingsRow, 'userId'>

/** Until a user says otherwise: whatever is meant for them, but not each reaction. */
export const defaultSettings: Settings = {
  kinds: ['MENTION', 'EVERYONE', 'REPLY', 'DIRECT_MESSAGE', 'ADDED'],
  quietHours: null,
  offlineOnly: false,
  includeText: false,
}

export interface SettingsChange {
  kinds?: readonly NotificationKind[] | null
  quietHours?: { start: string; end: string; timeZone: string } | null
  offlineOnly?: boolean | null
  includeText?: boolean | null
}

export async function readSettings({ database }: Pick<Accounts, 'database'>, { userId }: Identity): Promise<Settings> {
  return settingsOf(await findSettings(database, userId))
}

export function settingsOf(row: SettingsRow | null | undefined): Settings {
  if (!row) return defaultSettings
  const { kinds, quietHours, offlineOnly, includeText } = row
  return { kinds, quietHours, offlineOnly, includeText }
}

/**
 * Changes what is given; null takes the quiet hours away, and leaves anything else.
 * @throws InvalidInput  hours that are none, or begin when they end; a time zone that IANA does not know
 */
export async function updateSettings(
  { database }: Pick<Accounts, 'database'>,
  { userId }: Identity,
  change: SettingsChange,
): Promise<Settings> {
  const quietHours = change.quietHours ? checkedHours(change.quietHours) : change.quietHours
  return database.transaction(async (tx) => {
    const before = settingsOf(await findSettings(tx, userId))
    const settings: Settings = {
      kinds: change.kinds ? [...new Set(change.kinds)] : before.kinds,
      quietHours: quietHours === undefined ? before.quietHours : quietHours,
      offlineOnly: change.offlineOnly ?? before.offlineOnly,
      includeText: change.includeText ?? before.includeText,
    }
    await saveSettings(tx, { userId, ...settings })
    return settings
  })
}

function checkedHours({ start, end, timeZone }: { start: string; end: string; timeZone: string }): QuietHours {
  const hours = { start: minuteOfDay('quietHours.start', start), end: minuteOfDay('quietHours.end', end) }
  if (hours.start === hours.end) throw new InvalidInput('quietHours must end at another time than they begin.')
  return { ...hours, timeZone: knownTimeZone('quietHours.timeZone', timeZone) }
}
