import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './ChannelCard.module.css'
import type { ChannelsQuery } from './generated.ts'

export type Channel = ChannelsQuery['channels']['edges'][number]['node']

/** A public channel as whoever looks around sees it. */
export function ChannelCard({ channel, isBusy, onOpen }: { channel: Channel; isBusy: boolean; onOpen(): void }) {
  const { t } = useTranslation()
  const { conversationId, title, topic, avatarUrl, memberCount, announcement, joined } = channel
  return (
    <div className={styles.card}>
      <Avatar id={conversationId} name={title} url={avatarUrl} size={46} square />
      <div className={styles.words}>
        <strong dir="auto">{title}</strong>
        {topic && <p dir="auto">{topic}</p>}
        <span>
          {announcement && <Megaphone size={14} aria-hidden="true" />}
          {announcement && `${t('conversations.kind.ANNOUNCEMENT')} · `}
          {t('conversations.members', { count: memberCount })}
        </span>
      </div>
      <Button
        look={joined ? 'plain' : 'primary'}
        disabled={isBusy}
        aria-label={t(joined ? 'discover.openNamed' : 'discover.joinNamed', { title })}
        onClick={onOpen}
      >
        {joined ? t('discover.open') : t('discover.join')}
      </Button>
    </div>
  )
}
