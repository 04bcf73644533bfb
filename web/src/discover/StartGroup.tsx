import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form, textOf } from '../session/Form.tsx'
import { Field } from '../ui/Field.tsx'
import { ChoosePeople } from './ChoosePeople.tsx'
import { StartGroupDocument } from './generated.ts'
import type { Person } from './PeopleSearch.tsx'

/** A group, with whom one likes, or with nobody yet. */
export function StartGroup({ onStarted }: { onStarted(id: string): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [people, setPeople] = useState<readonly Person[]>([])
  // The same for each try: after a lost answer there is one group, not two.
  const [clientGroupId] = useState(() => newId())
  const start = async (values: FormData) => {
    const input = { title: textOf(values, 'title'), memberIds: people.map(({ id }) => id), clientGroupId }
    onStarted((await change(client, StartGroupDocument, { input })).createGroup.conversation.id)
  }
  return (
    <Form action={t('conversations.startShort')} onSubmit={start}>
      <Field
        label={t('conversations.about')}
        name="title"
        required
        maxLength={120}
        autoFocus
        placeholder={t('conversations.aboutPlaceholder')}
      />
      <ChoosePeople label={t('discover.with')} people={people} onChange={setPeople} />
    </Form>
  )
}
