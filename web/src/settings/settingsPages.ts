import {
  Bell,
  Bot,
  Database,
  KeyRound,
  Palette,
  ShieldBan,
  SlidersHorizontal,
  UserRound,
  Webhook,
  type LucideIcon,
} from 'lucide-react'
import { lazy, type ComponentType } from 'react'
import '../i18n/onDemand.ts'
import { NotificationSettings } from '../notifications/NotificationSettings.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { ApiKeySettings } from './ApiKeySettings.tsx'
import { BlockedUsers } from './BlockedUsers.tsx'
import { DataSettings } from './DataSettings.tsx'
import { ProfileSettings } from './ProfileSettings.tsx'
import { SecuritySettings } from './SecuritySettings.tsx'

/** Not what most people open the settings for: loaded with their page. */
const BotSettings = lazy(() => import('../integrations/BotSettings.tsx'))
const WebhookSettings = lazy(() => import('../integrations/WebhookSettings.tsx'))

interface SettingsPage {
  /** In the address, after `/settings/`. */
  path: string
  /** The key of its name. */
  name:
    | `settings.${'profile' | 'appearance' | 'notifications' | 'security' | 'blocked' | 'apiKeys' | 'data'}.name`
    | `integrations.${'bots' | 'webhooks'}.name`
  icon: LucideIcon
  page: ComponentType
}

/** In the order in which they are listed; the first one stands where none is chosen. */
export const settingsPages: readonly SettingsPage[] = [
  { path: 'profile', name: 'settings.profile.name', icon: UserRound, page: ProfileSettings },
  { path: 'appearance', name: 'settings.appearance.name', icon: Palette, page: AppearanceSettings },
  { path: 'notifications', name: 'settings.notifications.name', icon: Bell, page: NotificationSettings },
  { path: 'security', name: 'settings.security.name', icon: KeyRound, page: SecuritySettings },
  { path: 'blocked', name: 'settings.blocked.name', icon: ShieldBan, page: BlockedUsers },
  { path: 'api-keys', name: 'settings.apiKeys.name', icon: SlidersHorizontal, page: ApiKeySettings },
  { path: 'bots', name: 'integrations.bots.name', icon: Bot, page: BotSettings },
  { path: 'webhooks', name: 'integrations.webhooks.name', icon: Webhook, page: WebhookSettings },
  { path: 'data', name: 'settings.data.name', icon: Database, page: DataSettings },
]
