import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'

/** What a webhook is for: its name. */
export function PurposeField({ placeholder, name }: { placeholder: string; name?: string | undefined }) {
  const { t } = useTranslation()
  return (
    <Field
      label={t('integrations.webhooks.purpose')}
      name="name"
      required
      maxLength={80}
      autoFocus
      autoComplete="off"
      defaultValue={name}
      placeholder={placeholder}
    />
  )
}
