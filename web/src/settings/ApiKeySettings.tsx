import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { useSession } from '../session/useSession.ts'
import { ApiKeyList } from './ApiKeyList.tsx'
import { GuestUpgrade } from './GuestUpgrade.tsx'

/** Keys with which programs act for the viewer. */
export function ApiKeySettings() {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const user = useSession()?.user
  if (user?.isGuest) return <GuestUpgrade name={user.name} />
  return <ApiKeyList ownerId={viewerId} about={t('settings.apiKeys.about')} />
}
