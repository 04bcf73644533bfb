import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { CreateGroupDocument } from '../generated.ts'
import { Form, textOf } from '../session/Form.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'

export function NewConversationDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { client, inbox } = useChat()
  const [, navigate] = useLocation()
  const start = async (values: FormData) => {
    const input = { title: textOf(values, 'title') }
    const { conversation } = (await change(client, CreateGroupDocument, { input })).createGroup
    inbox.add(conversation.id)
    onClose()
    navigate(`/c/${conversation.id}`)
  }
  return (
    <Dialog title={t('conversations.start')} onClose={onClose}>
      <Form action={t('conversations.startShort')} onSubmit={start}>
        <Field
          label={t('conversations.about')}
          name="title"
          required
          maxLength={120}
          autoFocus
          placeholder={t('conversations.aboutPlaceholder')}
        />
      </Form>
    </Dialog>
  )
}
