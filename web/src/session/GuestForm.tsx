import { post } from '../api/post.ts'
import { ContinueAsGuestDocument } from '../generated.ts'
import { Field } from '../ui/Field.tsx'
import { session } from './browserSession.ts'
import { Form, textOf } from './Form.tsx'

export function GuestForm() {
  const comeIn = async (values: FormData) => {
    const input = { name: textOf(values, 'name') }
    session.set((await post(ContinueAsGuestDocument, { input })).continueAsGuest.session)
  }
  return (
    <Form action="Come in" onSubmit={comeIn}>
      <Field
        label="Your name"
        name="name"
        autoComplete="nickname"
        required
        maxLength={80}
        autoFocus
        placeholder="Ada"
      />
    </Form>
  )
}
