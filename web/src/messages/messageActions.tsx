import type { ApolloClient } from '@apollo/client'
import {
  Copy,
  Forward,
  History,
  Link,
  MessagesSquare,
  Pencil,
  Pin,
  PinOff,
  Reply,
  SmilePlus,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { PinMessageDocument, UnpinMessageDocument, type MessagePartsFragment } from '../generated.ts'
import { t } from '../i18n/i18n.ts'
import { copyText } from '../ui/copyText.ts'
import { linkTo } from './messageLink.ts'
import { useTimelineContext } from './TimelineContext.ts'

/** Something that can be done with a message, by its menu or by a key while it has the focus. */
export interface MessageAction {
  /** As `KeyboardEvent.key` names it. */
  key: string
  label: string
  icon: ReactNode
  danger?: boolean
  run(): void
}

/** What the viewer can do with a message; the server has the last word. */
export function useMessageActions(): (message: MessagePartsFragment) => MessageAction[] {
  const { client } = useChat()
  const timeline = useTimelineContext()
  const { viewerId, isThread, mayWrite, mayPin, onReply, onEdit, onAsk, onThread, onTask } = timeline
  return (message) => {
    const isOwn = message.sender.id === viewerId
    const link = linkTo(timeline.conversationId, message.id)
    const all: (MessageAction | false)[] = [
      mayWrite && { key: 'r', label: t('messages.reply'), icon: <Reply size={17} />, run: () => onReply(message) },
      !isThread && {
        key: 't',
        label: t('messages.openThread'),
        icon: <MessagesSquare size={17} />,
        run: () => onThread(message.threadRoot ?? message),
      },
      { key: 'c', label: t('messages.copyText'), icon: <Copy size={17} />, run: () => void copyText(message.text) },
      { key: 'l', label: t('messages.copyLink'), icon: <Link size={17} />, run: () => void copyText(link) },
      isOwn &&
        !message.forwardedFrom && {
          key: 'e',
          label: t('messages.edit'),
          icon: <Pencil size={17} />,
          run: () => onEdit(message.id),
        },
      !message.expiresAt && {
        key: 'f',
        label: t('messages.forward'),
        icon: <Forward size={17} />,
        run: () => onAsk('forward', message),
      },
      mayPin && pinAction(message, () => onTask(() => togglePin(client, message))),
      message.reactions.length > 0 && {
        key: 'w',
        label: t('messages.whoReacted'),
        icon: <SmilePlus size={17} />,
        run: () => onAsk('reactions', message),
      },
      message.editedAt !== null && {
        key: 'h',
        label: t('messages.showEdits'),
        icon: <History size={17} />,
        run: () => onAsk('edits', message),
      },
    ]
    const remove: MessageAction = {
      key: 'Delete',
      label: t('messages.delete'),
      icon: <Trash2 size={17} />,
      danger: true,
      run: () => onAsk('delete', message),
    }
    return [...(message.deletedAt ? [] : all.filter((action) => action !== false)), remove]
  }
}

const pinAction = ({ pin }: MessagePartsFragment, run: () => void): MessageAction =>
  pin
    ? { key: 'p', label: t('messages.unpin'), icon: <PinOff size={17} />, run }
    : { key: 'p', label: t('messages.pin'), icon: <Pin size={17} />, run }

/** What follows from it comes as an event. @throws ApiError */
async function togglePin(client: ApolloClient, { id, pin }: MessagePartsFragment): Promise<void> {
  const variables = { input: { messageId: id } }
  if (pin) await change(client, UnpinMessageDocument, variables)
  else await change(client, PinMessageDocument, variables)
}
