import { useTranslation } from 'react-i18next'
import { post } from '../api/post.ts'
import { RegisterDocument } from '../generated.ts'
import { session } from './browserSession.ts'
import { Form, textOf } from './Form.tsx'
import { HandleField } from './HandleField.tsx'
import { NameField } from './NameField.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'

interface RegisterFormProps {
  /** A guest's name, to begin with. */
  name?: string
  onDone?(): void
}

/** A new account; a signed-in guest keeps id, conversations and messages, because the token goes with it. */
export function RegisterForm({ name, onDone }: RegisterFormProps) {
  const { t } = useTranslation()
  const register = async (values: FormData) => {
    const [chosenName, handle] = [textOf(values, 'name'), textOf(values, 'handle')]
    const input = { name: chosenName, handle, password: String(values.get('password')) }
    const accessToken = await session.accessToken()
    session.set((await post(RegisterDocument, { input }, accessToken ?? undefined)).register.session)
    onDone?.()
  }
  return (
    <Form action={t('session.createAccount')} onSubmit={register}>
      <NameField defaultValue={name} autoFocus={!name} />
      <HandleField autoFocus={Boolean(name)} />
      <NewPasswordField label={t('session.password')} name="password" />
    </Form>
  )
}
