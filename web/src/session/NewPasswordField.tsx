import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'

interface NewPasswordFieldProps {
  label: string
  name: string
}

/** A password that is chosen, as the server takes it. */
export function NewPasswordField({ label, name }: NewPasswordFieldProps) {
  const { t } = useTranslation()
  return (
    <Field
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      required
      minLength={8}
      maxLength={256}
      hint={t('session.passwordHint')}
    />
  )
}
