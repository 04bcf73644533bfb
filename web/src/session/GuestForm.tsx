import { useTranslation } from 'react-i18next'
import { post } from '../api/post.ts'
import { ContinueAsGuestDocument } from '../generated.ts'
import { session } from './browserSession.ts'
import { Form, textOf } from './Form.tsx'
import { NameField } from './NameField.tsx'

export function GuestForm() {
  const { t } = useTranslation()
  const comeIn = async (values: FormData) => {
    const input = { name: textOf(values, 'name') }
    session.set((await post(ContinueAsGuestDocument, { input })).continueAsGuest.session)
  }
  return (
    <Form action={t('session.comeIn')} onSubmit={comeIn}>
      <NameField autoComplete="nickname" autoFocus placeholder={t('session.namePlaceholder')} />
    </Form>
  )
}
