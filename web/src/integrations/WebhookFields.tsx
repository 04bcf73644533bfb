import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../client/errors/apiError.ts'
import { t as say } from '../i18n/i18n.ts'
import { textOf } from '../session/Form.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { Segments } from '../ui/Segments.tsx'
import { eventTypes } from './eventTypes.ts'
import type { WebhookPartsFragment } from './generated.ts'
import { PurposeField } from './PurposeField.tsx'
import styles from './WebhookFields.module.css'

/** What a webhook is for, where it posts, and what. */
export function WebhookFields({ webhook }: { webhook?: WebhookPartsFragment }) {
  const { t } = useTranslation()
  const [which, setWhich] = useState<'all' | 'some'>(webhook?.eventTypes ? 'some' : 'all')
  return (
    <>
      <PurposeField name={webhook?.name} placeholder={t('integrations.outgoing.namePlaceholder')} />
      <Field
        label={t('integrations.outgoing.url')}
        name="url"
        type="url"
        dir="ltr"
        required
        maxLength={1_000}
        defaultValue={webhook?.url}
        placeholder="https://example.com/parley"
        hint={t('integrations.outgoing.urlHint')}
      />
      <div className={styles.events}>
        <p className={styles.label}>{t('integrations.outgoing.events')}</p>
        <Segments<'all' | 'some'>
          label={t('integrations.outgoing.events')}
          value={which}
          options={[
            { value: 'all', shown: t('integrations.outgoing.allEvents') },
            { value: 'some', shown: t('integrations.outgoing.someEvents') },
          ]}
          onChange={setWhich}
        />
        {which === 'some' && (
          <div className={styles.choices} role="group" aria-label={t('integrations.outgoing.someEvents')}>
            {eventTypes.map((type) => (
              <Checkbox
                key={type}
                name={`event.${type}`}
                defaultChecked={webhook?.eventTypes ? webhook.eventTypes.includes(type) : type.startsWith('Message')}
                label={t(`integrations.outgoing.event.${type}`)}
              />
            ))}
          </div>
        )}
        <input type="hidden" name="which" value={which} />
      </div>
    </>
  )
}

/** What was filled in. @throws ApiError  no event is chosen */
export function webhookOf(values: FormData): { name: string; url: string; eventTypes: string[] | null } {
  const chosen = eventTypes.filter((type) => values.has(`event.${type}`))
  const isSome = values.get('which') === 'some'
  if (isSome && chosen.length === 0) throw new ApiError('INVALID_INPUT', say('integrations.outgoing.noEvent'))
  return { name: textOf(values, 'name'), url: textOf(values, 'url'), eventTypes: isSome ? chosen : null }
}
