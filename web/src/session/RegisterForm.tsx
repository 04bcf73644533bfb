import { post } from '../api/post.ts'
import { RegisterDocument } from '../generated.ts'
import { Field } from '../ui/Field.tsx'
import { session } from './browserSession.ts'
import { Form, textOf } from './Form.tsx'

interface RegisterFormProps {
  /** A guest's name, to begin with. */
  name?: string
  onDone?(): void
}

/** A new account; a signed-in guest keeps id, conversations and messages, because the token goes with it. */
export function RegisterForm({ name, onDone }: RegisterFormProps) {
  const register = async (values: FormData) => {
    const [chosenName, handle] = [textOf(values, 'name'), textOf(values, 'handle')]
    const input = { name: chosenName, handle, password: String(values.get('password')) }
    const accessToken = await session.accessToken()
    session.set((await post(RegisterDocument, { input }, accessToken ?? undefined)).register.session)
    onDone?.()
  }
  return (
    <Form action="Create account" onSubmit={register}>
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={name}
        autoFocus={!name}
      />
      <Field
        label="Handle"
        name="handle"
        autoComplete="username"
        autoCapitalize="none"
        required
        minLength={3}
        maxLength={32}
        pattern="[A-Za-z][A-Za-z0-9_.\-]*"
        hint="To log in with: letters, digits, _ . and -, starting with a letter."
        autoFocus={Boolean(name)}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={256}
        hint="8 characters or more."
      />
    </Form>
  )
}
