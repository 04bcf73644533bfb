import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../client/errors/apiError.ts'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Section } from '../settings/Section.tsx'
import { Pending } from '../ui/Pending.tsx'
import { Problem } from '../ui/Problem.tsx'
import { webhooksPath } from './addresses.ts'
import { BackLink } from './BackLink.tsx'
import { DeliveryList } from './DeliveryList.tsx'
import { OneWebhookDocument } from './generated.ts'
import type { OpenWebhook } from './openWebhook.ts'
import { useLoaded } from './useLoaded.ts'
import { WebhookActions } from './WebhookActions.tsx'
import { WebhookStanding } from './WebhookStanding.tsx'

/** How often it is looked at again while somebody looks at it. */
const refreshMs = 5_000

/** One outgoing webhook: how it stands, what can be done about it, its deliveries. */
export function WebhookPage({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { value, problem, reload } = useLoaded<OpenWebhook>(
    useCallback(async () => {
      const { webhook } = await read(client, OneWebhookDocument, { id: webhookId })
      if (!webhook) throw new ApiError('NOT_FOUND', t('integrations.webhooks.gone'))
      return webhook
    }, [client, webhookId, t]),
  )
  useEffect(() => {
    const timer = setInterval(() => void (document.visibilityState === 'visible' && reload()), refreshMs)
    return () => clearInterval(timer)
  }, [reload])
  if (!value) return <Pending problem={problem} onRetry={() => void reload()} />
  const { conversation, deliveredRev, failures } = value
  return (
    <>
      <BackLink href={webhooksPath(conversation.id)}>
        {t('integrations.webhooks.allOf', { title: conversation.title ?? t('conversations.untitled') })}
      </BackLink>
      <Section title={value.name} about={value.url}>
        <WebhookStanding webhook={value} />
        <Problem>{problem}</Problem>
        <WebhookActions webhook={value} onChanged={reload} />
      </Section>
      <DeliveryList webhook={value} position={`${deliveredRev}.${failures}`} onReplayed={reload} />
    </>
  )
}
