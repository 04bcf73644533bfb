import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useSession } from '../session/useSession.ts'
import { GuestUpgrade } from '../settings/GuestUpgrade.tsx'
import { BackLink } from './BackLink.tsx'
import { BotList } from './BotList.tsx'
import { BotPage } from './BotPage.tsx'

/** The viewer's bots, or the one that the address names. */
export default function BotSettings() {
  const { t } = useTranslation()
  const user = useSession()?.user
  const [search] = useSearchParams()
  const botId = search.get('bot')
  if (user?.isGuest) return <GuestUpgrade name={user.name} />
  if (!botId) return <BotList />
  return (
    <>
      <BackLink href="/settings/bots">{t('integrations.bots.back')}</BackLink>
      <BotPage key={botId} botId={botId} />
    </>
  )
}
