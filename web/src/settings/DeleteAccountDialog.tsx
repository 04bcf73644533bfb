import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { session } from '../session/browserSession.ts'
import { Form } from '../session/Form.tsx'
import { useSession } from '../session/useSession.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { DeleteAccountDocument } from './generated.ts'

/** The last question before an account is gone. */
export function DeleteAccountDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const user = useSession()?.user
  const remove = async (values: FormData) => {
    const input = user?.isGuest ? {} : { password: String(values.get('password')) }
    await change(client, DeleteAccountDocument, { input })
    session.set(null)
  }
  return (
    <Dialog title={t('settings.data.deleteTitle')} onClose={onClose}>
      <p>{t('settings.data.deleteText')}</p>
      <Form action={t('settings.data.deleteForGood')} danger onSubmit={remove}>
        {!user?.isGuest && (
          <Field
            label={t('session.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
          />
        )}
        <Checkbox label={t('settings.data.deleteSure')} name="sure" required />
      </Form>
    </Dialog>
  )
}
