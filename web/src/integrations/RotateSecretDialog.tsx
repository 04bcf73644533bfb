import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form } from '../session/Form.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { RotateWebhookSecretDocument } from './generated.ts'
import { NewSecret } from './NewSecret.tsx'

const overlaps = { day: 86_400, week: 604_800, hour: 3_600, none: 0 } as const

type Overlap = keyof typeof overlaps

/** Another secret; the former one goes on to sign for as long as is chosen. */
export function RotateSecretDialog({ webhookId, onClose }: { webhookId: string; onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [secret, setSecret] = useState<string | null>(null)
  const rotate = async (values: FormData) => {
    const overlapSeconds = overlaps[values.get('overlap') as Overlap]
    const input = { webhookId, overlapSeconds }
    setSecret((await change(client, RotateWebhookSecretDocument, { input })).rotateWebhookSecret.secret)
  }
  if (secret) return <NewSecret secret={secret} onClose={onClose} />
  return (
    <Dialog title={t('integrations.outgoing.rotateTitle')} onClose={onClose}>
      <p>{t('integrations.outgoing.rotateText')}</p>
      <Form action={t('integrations.outgoing.rotateAction')} onSubmit={rotate}>
        <Select
          label={t('integrations.outgoing.rotateOverlap')}
          name="overlap"
          options={(Object.keys(overlaps) as Overlap[]).map(
            (overlap) => [overlap, t(`integrations.outgoing.overlap.${overlap}`)] as const,
          )}
        />
      </Form>
    </Dialog>
  )
}
