import type { Resolvers } from '../generated.ts'
import { thumbnail } from './Attachment/thumbnail.ts'
import { url as attachmentUrl } from './Attachment/url.ts'
import { __resolveReference as conversationReference } from './Conversation/__resolveReference.ts'
import { lastMessage } from './Conversation/lastMessage.ts'
import { messages } from './Conversation/messages.ts'
import { pins } from './Conversation/pins.ts'
import { version as settingsVersion } from './ConversationSettings/version.ts'
import { __resolveType } from './ConversationEvent/__resolveType.ts'
import { message as forwardedMessage } from './ForwardedFrom/message.ts'
import { draft } from './DraftChanged/draft.ts'
import { __resolveType as inboxEventType } from './InboxEvent/__resolveType.ts'
import { __resolveReference as messageReference } from './Message/__resolveReference.ts'
import { attachments } from './Message/attachments.ts'
import { hiddenForMe } from './Message/hiddenForMe.ts'
import { mentions } from './Message/mentions.ts'
import { mentionsEveryone } from './Message/mentionsEveryone.ts'
import { pin } from './Message/pin.ts'
import { reactions } from './Message/reactions.ts'
import { replyTo } from './Message/replyTo.ts'
import { thread } from './Message/thread.ts'
import { threadRoot } from './Message/threadRoot.ts'
import { version } from './Message/version.ts'
import { message as pinnedEventMessage } from './MessagePinned/message.ts'
import { message as unpinnedEventMessage } from './MessageUnpinned/message.ts'
import { addReaction } from './Mutation/addReaction.ts'
import { cancelScheduledMessage } from './Mutation/cancelScheduledMessage.ts'
import { deleteMessage } from './Mutation/deleteMessage.ts'
import { deleteMessageForMe } from './Mutation/deleteMessageForMe.ts'
import { discardUpload } from './Mutation/discardUpload.ts'
import { editMessage } from './Mutation/editMessage.ts'
import { forwardMessage } from './Mutation/forwardMessage.ts'
import { markThreadRead } from './Mutation/markThreadRead.ts'
import { pinMessage } from './Mutation/pinMessage.ts'
import { removeReaction } from './Mutation/removeReaction.ts'
import { requestUpload } from './Mutation/requestUpload.ts'
import { scheduleMessage } from './Mutation/scheduleMessage.ts'
import { sendMessage } from './Mutation/sendMessage.ts'
import { unpinMessage } from './Mutation/unpinMessage.ts'
import { message as pinnedMessage } from './Pin/message.ts'
import { pinnedBy } from './Pin/pinnedBy.ts'
import { message } from './Query/message.ts'
import { messageEdits } from './Query/messageEdits.ts'
import { scheduledMessages } from './Query/scheduledMessages.ts'
import { searchMessages } from './Query/searchMessages.ts'
import { reactedByMe } from './Reaction/reactedByMe.ts'
import { users } from './Reaction/users.ts'
import { message as changedMessage } from './ReactionChanged/message.ts'
import { conversation as scheduledConversation } from './ScheduledMessage/conversation.ts'
import { attachments as scheduledAttachments } from './ScheduledMessage/attachments.ts'
import { text as scheduledText } from './ScheduledMessage/text.ts'
import { messages as threadMessages } from './Thread/messages.ts'
import { replyCount } from './Thread/replyCount.ts'
import { unreadCount } from './Thread/unreadCount.ts'
import { url as thumbnailUrl } from './Thumbnail/url.ts'

/** Fields without a resolver are read off their parent: messages and events have the shape of their GraphQL type. */
export const resolvers: Resolvers = {
  Query: { message, messageEdits, scheduledMessages, searchMessages },
  Mutation: {
    requestUpload,
    discardUpload,
    sendMessage,
    forwardMessage,
    scheduleMessage,
    cancelScheduledMessage,
    editMessage,
    deleteMessage,
    deleteMessageForMe,
    markThreadRead,
    addReaction,
    removeReaction,
    pinMessage,
    unpinMessage,
  },
  Attachment: { thumbnail, url: attachmentUrl },
  Conversation: { __resolveReference: conversationReference, messages, lastMessage, pins },
  ForwardedFrom: { message: forwardedMessage },
  Message: {
    __resolveReference: messageReference,
    attachments,
    hiddenForMe,
    mentions,
    mentionsEveryone,
    pin,
    reactions,
    replyTo,
    thread,
    threadRoot,
    version,
  },
  MessagePinned: { message: pinnedEventMessage },
  MessageUnpinned: { message: unpinnedEventMessage },
  Pin: { message: pinnedMessage, pinnedBy },
  Reaction: { reactedByMe, users },
  ReactionChanged: { message: changedMessage },
  ScheduledMessage: { attachments: scheduledAttachments, conversation: scheduledConversation, text: scheduledText },
  Thumbnail: { url: thumbnailUrl },
  Thread: { messages: threadMessages, replyCount, unreadCount },
  ConversationEvent: { __resolveType },
  ConversationSettings: { version: settingsVersion },
  DraftChanged: { draft },
  InboxEvent: { __resolveType: inboxEventType },
}
