import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ItemRow } from '../settings/ItemRow.tsx'
import { Section } from '../settings/Section.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { webhooksPath } from './addresses.ts'
import styles from './integrations.module.css'
import { useManaged, type Managed } from './useManaged.ts'

/** The conversations that may have webhooks, and how many they have. */
export function HookedConversations() {
  const { t } = useTranslation()
  const list = useManaged()
  return (
    <Section title={t('integrations.webhooks.name')} about={t('integrations.webhooks.about')}>
      <PagedList
        list={list}
        label={t('integrations.webhooks.conversations')}
        empty={t('integrations.webhooks.noConversations')}
        keyOf={({ id }) => id}
      >
        {(conversation) => <HookedRow conversation={conversation} />}
      </PagedList>
    </Section>
  )
}

function HookedRow({ conversation: { id, title, avatarUrl, webhooks, incomingWebhooks } }: { conversation: Managed }) {
  const { t } = useTranslation()
  const [outgoing, incoming] = [webhooks?.edges.length ?? 0, incomingWebhooks?.edges.length ?? 0]
  const stopped = webhooks?.edges.filter(({ node }) => node.state === 'FAILING').length ?? 0
  const counts = [
    outgoing > 0 && t('integrations.webhooks.outgoingCount', { count: outgoing }),
    incoming > 0 && t('integrations.webhooks.incomingCount', { count: incoming }),
  ].filter(Boolean)
  return (
    <ItemRow
      avatar={<Avatar id={id} name={title} url={avatarUrl} size={38} square />}
      title={<span dir="auto">{title}</span>}
      badge={stopped > 0 && t('integrations.webhooks.stopped', { count: stopped })}
      details={[counts.join(' · ') || t('integrations.webhooks.noneYet')]}
      action={
        <Link
          href={webhooksPath(id)}
          className={styles.link}
          aria-label={t('integrations.outgoing.manageNamed', { name: title })}
        >
          {t('integrations.outgoing.manage')}
        </Link>
      }
    />
  )
}
