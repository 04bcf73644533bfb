import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { ChoosePeople } from '../discover/ChoosePeople.tsx'
import type { Person } from '../discover/PeopleSearch.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { AddMembersDocument } from './generated.ts'

interface AddPeopleDialogProps {
  conversationId: string
  onAdded(): Promise<void>
  onClose(): void
}

/** Adds people by their handle, without a link. */
export function AddPeopleDialog({ conversationId, onAdded, onClose }: AddPeopleDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [people, setPeople] = useState<readonly Person[]>([])
  const { act, isBusy, problem } = useAction(async () => {
    await change(client, AddMembersDocument, { input: { conversationId, userIds: people.map(({ id }) => id) } })
    void onAdded()
    onClose()
  })
  return (
    <Dialog title={t('members.add')} onClose={onClose}>
      <ChoosePeople label={t('discover.findPeople')} people={people} onChange={setPeople} />
      <Problem>{problem}</Problem>
      <Button look="primary" wide disabled={isBusy || people.length === 0} onClick={() => void act()}>
        {t('members.addCount', { count: people.length })}
      </Button>
    </Dialog>
  )
}
