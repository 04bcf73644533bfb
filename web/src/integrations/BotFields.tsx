import { useTranslation } from 'react-i18next'
import { HandleField } from '../session/HandleField.tsx'
import { textOf } from '../session/Form.tsx'
import { Field } from '../ui/Field.tsx'
import { PictureField } from '../ui/PictureField.tsx'
import type { BotPartsFragment } from './generated.ts'

/** How others see a bot. */
export function BotFields({ bot, autoFocus = false }: { bot?: BotPartsFragment; autoFocus?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Field
        label={t('integrations.bots.botName')}
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        autoFocus={autoFocus}
        defaultValue={bot?.name}
        placeholder={t('integrations.bots.namePlaceholder')}
      />
      <HandleField
        autoComplete="off"
        defaultValue={bot?.handle ?? undefined}
        placeholder={t('integrations.bots.handlePlaceholder')}
        hint={t('integrations.bots.handleHint')}
      />
      <Field
        label={t('settings.profile.status')}
        name="statusText"
        maxLength={140}
        autoComplete="off"
        defaultValue={bot?.statusText ?? ''}
      />
      <PictureField
        label={t('settings.profile.picture')}
        defaultValue={bot?.avatarUrl ?? ''}
        hint={t('integrations.bots.pictureHint')}
      />
    </>
  )
}

/** What was filled in. */
export const botOf = (values: FormData) => ({
  name: textOf(values, 'name'),
  handle: textOf(values, 'handle'),
  statusText: textOf(values, 'statusText') || null,
  avatarUrl: textOf(values, 'avatarUrl') || null,
})
