import { useTranslation } from 'react-i18next'
import { post } from '../api/post.ts'
import { LogInDocument } from '../generated.ts'
import { Field } from '../ui/Field.tsx'
import { session } from './browserSession.ts'
import { Form, textOf } from './Form.tsx'

export function LogInForm() {
  const { t } = useTranslation()
  const logIn = async (values: FormData) => {
    const input = { handle: textOf(values, 'handle'), password: String(values.get('password')) }
    session.set((await post(LogInDocument, { input })).logIn.session)
  }
  return (
    <Form action={t('session.logIn')} onSubmit={logIn}>
      <Field
        label={t('session.handle')}
        name="handle"
        autoComplete="username"
        autoCapitalize="none"
        required
        autoFocus
      />
      <Field label={t('session.password')} name="password" type="password" autoComplete="current-password" required />
    </Form>
  )
}
