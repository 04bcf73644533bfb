import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Field } from '../ui/Field.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { usePaged } from '../ui/usePaged.ts'
import { useSettled } from '../ui/useSettled.ts'
import { ChannelCard, type Channel } from './ChannelCard.tsx'
import { DiscoverPage } from './DiscoverPage.tsx'
import { ChannelsDocument, JoinChannelDocument } from './generated.ts'

const pageSize = 20

/** The public channels: look around, join, open. */
export default function ChannelsPage() {
  const { t } = useTranslation()
  const { client, inbox } = useChat()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const search = useSettled(text.trim())
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        (await read(client, ChannelsDocument, { search: search || null, first: pageSize, after })).channels,
      [client, search],
    ),
  )
  const open = useAction(async ({ conversationId, joined }: Channel) => {
    if (!joined) await change(client, JoinChannelDocument, { input: { conversationId } })
    inbox.add(conversationId)
    navigate(`/c/${conversationId}`)
  })
  return (
    <DiscoverPage title={t('discover.channels')}>
      <Field
        label={t('discover.searchChannels')}
        type="search"
        value={text}
        maxLength={100}
        placeholder={t('discover.channelPlaceholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <Problem>{open.problem}</Problem>
      <PagedList
        list={list}
        label={t('discover.channels')}
        empty={search ? t('discover.noChannelFound') : t('discover.noChannels')}
        keyOf={({ conversationId }) => conversationId}
      >
        {(channel) => <ChannelCard channel={channel} isBusy={open.isBusy} onOpen={() => void open.act(channel)} />}
      </PagedList>
    </DiscoverPage>
  )
}
