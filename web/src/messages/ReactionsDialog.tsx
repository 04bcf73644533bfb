import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { MessagePartsFragment } from '../generated.ts'
import { MessageReactionsDocument } from '../members/generated.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { Segments } from '../ui/Segments.tsx'
import { emptyPage, usePaged } from '../ui/usePaged.ts'
import styles from './ReactionsDialog.module.css'

const pageSize = 50

/** Who has reacted to a message, emoji by emoji. */
export default function ReactionsDialog({ message, onClose }: { message: MessagePartsFragment; onClose(): void }) {
  const { t } = useTranslation()
  const { reactions } = message
  const [chosen, setChosen] = useState(reactions[0]?.emoji ?? '')
  return (
    <Dialog title={t('messages.whoReacted')} onClose={onClose}>
      <div className={styles.emoji}>
        <Segments
          label={t('messages.reactions')}
          value={chosen}
          options={reactions.map(({ emoji, count }) => ({ value: emoji, shown: `${emoji} ${count}` }))}
          onChange={setChosen}
        />
      </div>
      <Reactors key={chosen} messageId={message.id} emoji={chosen} />
    </Dialog>
  )
}

function Reactors({ messageId, emoji }: { messageId: string; emoji: string }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        const { message } = await read(client, MessageReactionsDocument, { id: messageId, first: pageSize, after })
        return message?.reactions.find((one) => one.emoji === emoji)?.users ?? emptyPage()
      },
      [client, messageId, emoji],
    ),
  )
  return (
    <div className={styles.people}>
      <PagedList list={list} label={emoji} empty={t('messages.nobodyReacted')} keyOf={({ id }) => id}>
        {({ id, name, avatarUrl }) => (
          <div className={styles.person}>
            <Avatar id={id} name={name} url={avatarUrl} size={32} />
            <span dir="auto">{name}</span>
          </div>
        )}
      </PagedList>
    </div>
  )
}
