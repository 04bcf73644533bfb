import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { RenameConversationDocument } from '../generated.ts'
import { Form, textOf } from '../session/Form.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'

interface RenameDialogProps {
  conversationId: string
  title: string
  onClose(): void
}

/** The new title comes back as an event, to everybody alike. */
export function RenameDialog({ conversationId, title, onClose }: RenameDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const rename = async (values: FormData) => {
    await change(client, RenameConversationDocument, { input: { conversationId, title: textOf(values, 'title') } })
    onClose()
  }
  return (
    <Dialog title={t('conversations.renameTitle')} onClose={onClose}>
      <Form action={t('conversations.rename')} onSubmit={rename}>
        <Field label={t('conversations.title')} name="title" required maxLength={120} defaultValue={title} autoFocus />
      </Form>
    </Dialog>
  )
}
