import { useCallback } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { ownPage } from '../settings/ownPage.ts'
import { usePaged, type Paged } from '../ui/usePaged.ts'
import { MyBotsDocument, type BotPartsFragment } from './generated.ts'

/** As many as there may be. */
const pageSize = 50

/** The viewer's bots, newest first. */
export function useBots(): Paged<BotPartsFragment> {
  const { client } = useChat()
  return usePaged(
    useCallback(
      async (after: string | null) =>
        ownPage((await read(client, MyBotsDocument, { first: pageSize, after })).me?.bots),
      [client],
    ),
  )
}
