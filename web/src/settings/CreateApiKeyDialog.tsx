import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../client/errors/apiError.ts'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form, textOf } from '../session/Form.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './CreateApiKeyDialog.module.css'
import { CreateApiKeyDocument, type ApiKeyScope } from './generated.ts'
import { NewApiKey } from './NewApiKey.tsx'

const scopes: readonly ApiKeyScope[] = [
  'MESSAGES_READ',
  'MESSAGES_WRITE',
  'WEBHOOKS_READ',
  'WEBHOOKS_WRITE',
  'CONVERSATIONS_READ',
  'CONVERSATIONS_WRITE',
  'USERS_READ',
]
/** What most programs begin with: reading history. */
const usualScopes = new Set<ApiKeyScope>(['MESSAGES_READ', 'CONVERSATIONS_READ'])
const days = [7, 30, 90, 365] as const
const dayMs = 86_400_000

interface CreateApiKeyDialogProps {
  /** For a bot of the viewer's. */
  botId?: string | undefined
  onCreated(): Promise<void>
  onClose(): void
}

/** Asks what a key is for and what it may do, and then shows it, once. */
export function CreateApiKeyDialog({ botId, onCreated, onClose }: CreateApiKeyDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [secret, setSecret] = useState<string | null>(null)
  const create = async (values: FormData) => {
    const chosen = scopes.filter((scope) => values.has(scope))
    if (chosen.length === 0) throw new ApiError('INVALID_INPUT', t('settings.apiKeys.noScope'))
    const expiresAt = new Date(Date.now() + Number(values.get('days')) * dayMs).toISOString()
    const input = { name: textOf(values, 'name'), scopes: chosen, expiresAt, ...(botId && { botId }) }
    setSecret((await change(client, CreateApiKeyDocument, { input })).createApiKey.secret)
    void onCreated()
  }
  if (secret) return <NewApiKey secret={secret} onClose={onClose} />
  return (
    <Dialog title={t('settings.apiKeys.createTitle')} onClose={onClose}>
      <Form action={t('settings.apiKeys.create')} onSubmit={create}>
        <Field
          label={t('settings.apiKeys.keyName')}
          name="name"
          required
          maxLength={80}
          autoFocus
          placeholder={t('settings.apiKeys.keyNamePlaceholder')}
        />
        <fieldset className={styles.scopes}>
          <legend>{t('settings.apiKeys.scopes')}</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              name={scope}
              defaultChecked={usualScopes.has(scope)}
              label={t(`settings.apiKeys.scope.${scope}`)}
              hint={t(`settings.apiKeys.scopeHint.${scope}`)}
            />
          ))}
        </fieldset>
        <Select
          label={t('settings.apiKeys.expiry')}
          name="days"
          defaultValue="90"
          options={days.map((count) => [String(count), t('settings.apiKeys.days', { count })] as const)}
        />
      </Form>
    </Dialog>
  )
}
