import { checkedText } from '../../../platform/input/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import { readChannelPage, type ChannelListing, type SizeKey } from '../store/channelPages.ts'
import type { Actor, Conversations } from './conversations.ts'
import { MAX_TITLE } from './limits.ts'
import { searchedKeys } from './title.ts'

/**
 * A page of the public channels and one more, largest first; with `search` those whose title has it, in any case and with any accents.
 * @throws InvalidInput  `search`
 */
export async function listChannels(
  { database }: Conversations,
  { userId }: Actor,
  search: string | null | undefined,
  page: Page<SizeKey>,
): Promise<ChannelListing[]> {
  const wanted = checkedText('search', search ?? '', { min: 0, max: MAX_TITLE, trim: true })
  return readChannelPage(database, userId, wanted ? searchedKeys(wanted) : [], page)
}
