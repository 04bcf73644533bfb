import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'

/** The name under which one is seen, as the server takes it. */
export function NameField(props: Omit<ComponentProps<typeof Field>, 'label'>) {
  const { t } = useTranslation()
  return <Field label={t('session.yourName')} name="name" autoComplete="name" required maxLength={80} {...props} />
}
