import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'

/** The unique name of an account, as the server takes it. */
export function HandleField(props: Omit<ComponentProps<typeof Field>, 'label'>) {
  const { t } = useTranslation()
  return (
    <Field
      label={t('session.handle')}
      name="handle"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
      required
      minLength={3}
      maxLength={32}
      pattern="[A-Za-z][A-Za-z0-9_.\-]*"
      hint={t('session.handleHint')}
      {...props}
    />
  )
}
