import {
  Bell,
  Database,
  KeyRound,
  Palette,
  ShieldBan,
  SlidersHorizontal,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { NotificationSettings } from '../notifications/NotificationSettings.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { ApiKeySettings } from './ApiKeySettings.tsx'
import { BlockedUsers } from './BlockedUsers.tsx'
import { DataSettings } from './DataSettings.tsx'
import { ProfileSettings } from './ProfileSettings.tsx'
import { SecuritySettings } from './SecuritySettings.tsx'

interface SettingsPage {
  /** In the address, after `/settings/`. */
  path: string
  name: 'profile' | 'appearance' | 'notifications' | 'security' | 'blocked' | 'apiKeys' | 'data'
  icon: LucideIcon
  page: ComponentType
}

/** In the order in which they are listed; the first one stands where none is chosen. */
export const settingsPages: readonly SettingsPage[] = [
  { path: 'profile', name: 'profile', icon: UserRound, page: ProfileSettings },
  { path: 'appearance', name: 'appearance', icon: Palette, page: AppearanceSettings },
  { path: 'notifications', name: 'notifications', icon: Bell, page: NotificationSettings },
  { path: 'security', name: 'security', icon: KeyRound, page: SecuritySettings },
  { path: 'blocked', name: 'blocked', icon: ShieldBan, page: BlockedUsers },
  { path: 'api-keys', name: 'apiKeys', icon: SlidersHorizontal, page: ApiKeySettings },
  { path: 'data', name: 'data', icon: Database, page: DataSettings },
]
