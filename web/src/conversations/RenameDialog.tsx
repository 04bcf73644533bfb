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
  const { client } = useChat()
  const rename = async (values: FormData) => {
    await change(client, RenameConversationDocument, { input: { conversationId, title: textOf(values, 'title') } })
    onClose()
  }
  return (
    <Dialog title="Rename the conversation" onClose={onClose}>
      <Form action="Rename" onSubmit={rename}>
        <Field label="Title" name="title" required maxLength={120} defaultValue={title} autoFocus />
      </Form>
    </Dialog>
  )
}
