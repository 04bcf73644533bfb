import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { RenameConversationDocument } from '../generated.ts'
import { Form, textOf } from '../session/Form.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { PictureField } from '../ui/PictureField.tsx'
import { ChangeAvatarDocument, ChangeTopicDocument } from './generated.ts'
import { mayChangeTopic, mayManage } from './permissions.ts'
import type { Details } from './useDetails.ts'

interface EditConversationDialogProps {
  row: ConversationRow
  details: Details
  onSaved(): void
  onClose(): void
}

/** Title, topic and picture, as far as the viewer may change them. What is changed comes back as an event, to everybody alike. */
export function EditConversationDialog({ row, details, onSaved, onClose }: EditConversationDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const conversationId = row.id
  const isManager = mayManage(row.viewerMember?.role)
  const save = async (values: FormData) => {
    const [title, topic, avatarUrl] = ['title', 'topic', 'avatarUrl'].map((name) => textOf(values, name))
    if (isManager && title && title !== row.title) {
      await change(client, RenameConversationDocument, { input: { conversationId, title } })
    }
    if (values.has('topic') && topic !== (details.topic ?? '')) {
      await change(client, ChangeTopicDocument, { input: { conversationId, topic: topic || null } })
    }
    if (isManager && avatarUrl !== (details.avatarUrl ?? '')) {
      await change(client, ChangeAvatarDocument, { input: { conversationId, avatarUrl: avatarUrl || null } })
    }
    onSaved()
    onClose()
  }
  return (
    <Dialog title={t('members.editTitle')} onClose={onClose}>
      <Form action={t('ui.save')} onSubmit={save}>
        {isManager && (
          <Field
            label={t('conversations.title')}
            name="title"
            required
            maxLength={120}
            defaultValue={row.title ?? ''}
            autoFocus
          />
        )}
        {mayChangeTopic(row.kind, row.viewerMember?.role) && (
          <Field
            label={t('members.topic')}
            name="topic"
            maxLength={250}
            defaultValue={details.topic ?? ''}
            placeholder={t('members.topicPlaceholder')}
          />
        )}
        {isManager && (
          <PictureField
            label={t('members.picture')}
            defaultValue={details.avatarUrl ?? ''}
            hint={t('settings.profile.pictureHint')}
          />
        )}
      </Form>
    </Dialog>
  )
}
