import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form } from '../session/Form.tsx'
import { NewPasswordField } from '../session/NewPasswordField.tsx'
import { useSession } from '../session/useSession.ts'
import { Field } from '../ui/Field.tsx'
import { ChangePasswordDocument } from './generated.ts'
import { GuestUpgrade } from './GuestUpgrade.tsx'
import { Section } from './Section.tsx'
import { SessionList } from './SessionList.tsx'

/** The password, and where one is signed in. */
export function SecuritySettings() {
  const user = useSession()?.user
  return (
    <>
      {user?.isGuest ? <GuestUpgrade name={user.name} /> : <PasswordForm />}
      <SessionList />
    </>
  )
}

function PasswordForm() {
  const { t } = useTranslation()
  const { client } = useChat()
  const save = async (values: FormData) => {
    const [currentPassword, newPassword] = ['currentPassword', 'newPassword'].map((name) => String(values.get(name)))
    const input = { currentPassword: currentPassword ?? '', newPassword: newPassword ?? '' }
    await change(client, ChangePasswordDocument, { input })
  }
  return (
    <Section title={t('settings.security.password')} about={t('settings.security.passwordAbout')}>
      <Form
        action={t('settings.security.changePassword')}
        done={t('settings.security.passwordChanged')}
        onSubmit={save}
      >
        <Field
          label={t('settings.security.currentPassword')}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField label={t('settings.security.newPassword')} name="newPassword" />
      </Form>
    </Section>
  )
}
