import { Forbidden, InvalidInput, NotFound, ParleyError } from '../../../platform/errors.ts'
import type { MessageExtras, MessagePlace } from '../../../platform/timeline/index.ts'
import type { Standing } from '../store/readStanding.ts'
import type { Draft } from './draft.ts'
import { attachedFiles, type AttachableFiles } from './files/attachedFiles.ts'
import { moderates } from './permissions.ts'

/** Messages that drafts quote or answer, by id, and how far the threads go; `settleExtras` moves those on. */
export interface Targets {
  messages: ReadonlyMap<string, { conversationId: string; place: MessagePlace; root: MessagePlace }>
  /** By the id of the root: the position of the newest reply. */
  lastPos: Map<string, number>
}

interface Known {
  standingOf(conversationId: string, userId: string): unknown
  targets: Targets
  files: AttachableFiles
}

/** What a new message carries besides its text, or why it may not; null where that is nothing. */
export function settleExtras(given: Draft, ground: Known, sender: Standing): MessageExtras | null | ParleyError {
  const draft = given.held ? withoutLeavers(given, ground) : given
  const refusal = refusalOfMentions(draft, ground, sender)
  if (refusal) return refusal
  const attachments = attachedFiles(draft, ground.files)
  if (attachments instanceof ParleyError) return attachments
  const quoted = draft.replyToId === undefined ? undefined : targetOf(draft, draft.replyToId, ground)
  const answered = draft.threadRootId === undefined ? undefined : targetOf(draft, draft.threadRootId, ground)
  if (quoted === null) return new NotFound('replyToId names no message of this conversation.')
  if (answered === null) return new NotFound('threadRootId names no message of this conversation.')
  const extras: MessageExtras = {
    ...(quoted && { replyTo: quoted.place }),
    ...(answered && { thread: { ...answered.root, pos: nextPos(ground.targets, answered.root) } }),
    ...(draft.mentions?.length && { mentions: draft.mentions }),
    ...(draft.mentionsEveryone && { mentionsEveryone: true }),
    ...(attachments.length > 0 && { attachments }),
    ...(draft.forwarded && { forwarded: draft.forwarded }),
  }
  return Object.keys(extras).length === 0 ? null : extras
}

/** Of those whom a scheduled message mentions some may have left since: it is sent all the same, and mentions the others. */
const withoutLeavers = (draft: Draft, { standingOf }: Known): Draft =>
  draft.mentions
    ? { ...draft, mentions: draft.mentions.filter((userId) => standingOf(draft.conversationId, userId)) }
    : draft

function targetOf({ conversationId }: Draft, id: string, { targets }: Known) {
  const target = targets.messages.get(id)
  return target?.conversationId === conversationId ? target : null
}

function nextPos({ lastPos }: Targets, { id }: MessagePlace): number {
  const pos = (lastPos.get(id) ?? 0) + 1
  lastPos.set(id, pos)
  return pos
}

/** Only members are mentioned, and everyone only by those who keep a group in order. */
export function refusalOfMentions(
  { conversationId, mentions = [], mentionsEveryone }: Pick<Draft, 'conversationId' | 'mentions' | 'mentionsEveryone'>,
  { standingOf }: Pick<Known, 'standingOf'>,
  sender: Standing,
): ParleyError | undefined {
  if (mentionsEveryone && !moderates(sender)) {
    return new Forbidden('Only an owner or admin of a group may mention everyone.')
  }
  if (mentions.some((userId) => !standingOf(conversationId, userId))) {
    return new InvalidInput('Only members of the conversation can be mentioned.')
  }
  return undefined
}
