import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { StartDirectDocument } from './generated.ts'
import { PeopleSearch, type Person } from './PeopleSearch.tsx'

/** A conversation with one person: the one there is already, or a new one. */
export function StartDirect({ onStarted }: { onStarted(id: string): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { act, isBusy, problem } = useAction(async ({ id }: Person) => {
    const { conversation } = (await change(client, StartDirectDocument, { input: { userId: id } }))
      .openDirectConversation
    onStarted(conversation.id)
  })
  return (
    <>
      <PeopleSearch
        label={t('discover.findPerson')}
        autoFocus
        isBusy={isBusy}
        onChoose={(person) => void act(person)}
      />
      <Problem>{problem}</Problem>
    </>
  )
}
