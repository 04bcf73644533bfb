import type { Resolvers } from '../generated.ts'
import { announcement as announcementOfChannel } from './Channel/announcement.ts'
import { conversationId as conversationIdOfChannel } from './Channel/conversationId.ts'
import { joined as joinedOfChannel } from './Channel/joined.ts'
import { __resolveReference } from './Conversation/__resolveReference.ts'
import { bans } from './Conversation/bans.ts'
import { clearedSeq } from './Conversation/clearedSeq.ts'
import { invites } from './Conversation/invites.ts'
import { members } from './Conversation/members.ts'
import { mentionCount } from './Conversation/mentionCount.ts'
import { mentionSeqs } from './Conversation/mentionSeqs.ts'
import { seenBy } from './Conversation/seenBy.ts'
import { unreadAfter } from './Conversation/unreadAfter.ts'
import { unreadCount } from './Conversation/unreadCount.ts'
import { viewerDraft } from './Conversation/viewerDraft.ts'
import { viewerMayWrite } from './Conversation/viewerMayWrite.ts'
import { viewerMember } from './Conversation/viewerMember.ts'
import { viewerSettings } from './Conversation/viewerSettings.ts'
import { conversation as conversationOfInvite } from './Invite/conversation.ts'
import { createdBy as createdByOfInvite } from './Invite/createdBy.ts'
import { user as userOfMember } from './Member/user.ts'
import { addMembersResolver } from './Mutation/addMembers.ts'
import { banMemberResolver } from './Mutation/banMember.ts'
import { changeAvatarResolver } from './Mutation/changeAvatar.ts'
import { changeRoleResolver } from './Mutation/changeRole.ts'
import { changeTopicResolver } from './Mutation/changeTopic.ts'
import { clearHistoryResolver } from './Mutation/clearHistory.ts'
import { createChannelResolver } from './Mutation/createChannel.ts'
import { createGroupResolver } from './Mutation/createGroup.ts'
import { createInviteResolver } from './Mutation/createInvite.ts'
import { joinChannelResolver } from './Mutation/joinChannel.ts'
import { joinConversationResolver } from './Mutation/joinConversation.ts'
import { leaveConversationResolver } from './Mutation/leaveConversation.ts'
import { markDeliveredResolver } from './Mutation/markDelivered.ts'
import { markReadResolver } from './Mutation/markRead.ts'
import { openDirectConversationResolver } from './Mutation/openDirectConversation.ts'
import { removeMemberResolver } from './Mutation/removeMember.ts'
import { renameConversationResolver } from './Mutation/renameConversation.ts'
import { revokeInviteResolver } from './Mutation/revokeInvite.ts'
import { saveDraftResolver } from './Mutation/saveDraft.ts'
import { setTypingResolver } from './Mutation/setTyping.ts'
import { endMembershipsResolver } from './Mutation/endMemberships.ts'
import { setDirectBlockResolver } from './Mutation/setDirectBlock.ts'
import { transferOwnershipResolver } from './Mutation/transferOwnership.ts'
import { unbanMemberResolver } from './Mutation/unbanMember.ts'
import { updateConversationSettingsResolver } from './Mutation/updateConversationSettings.ts'
import { channels } from './Query/channels.ts'
import { conversation } from './Query/conversation.ts'
import { conversations } from './Query/conversations.ts'
import { inbox } from './Query/inbox.ts'
import { presence } from './User/presence.ts'
import { invite } from './Query/invite.ts'
import { createWebhookResolver } from './Mutation/createWebhook.ts'
import { updateWebhookResolver } from './Mutation/updateWebhook.ts'
import { deleteWebhookResolver } from './Mutation/deleteWebhook.ts'
import { rotateWebhookSecretResolver } from './Mutation/rotateWebhookSecret.ts'
import { pauseWebhookResolver } from './Mutation/pauseWebhook.ts'
import { resumeWebhookResolver } from './Mutation/resumeWebhook.ts'
import { replayWebhookResolver } from './Mutation/replayWebhook.ts'
import { createIncomingWebhookResolver } from './Mutation/createIncomingWebhook.ts'
import { rotateIncomingWebhookSecretResolver } from './Mutation/rotateIncomingWebhookSecret.ts'
import { deleteIncomingWebhookResolver } from './Mutation/deleteIncomingWebhook.ts'
import { incomingWebhooks } from './Conversation/incomingWebhooks.ts'
import { webhooks } from './Conversation/webhooks.ts'
import { bot as botOfIncoming } from './IncomingWebhook/bot.ts'
import { conversation as conversationOfIncoming } from './IncomingWebhook/conversation.ts'
import { createdBy as createdByOfIncoming } from './IncomingWebhook/createdBy.ts'
import { webhook } from './Query/webhook.ts'
import { attempts as attemptsOfWebhook } from './Webhook/attempts.ts'
import { conversation as conversationOfWebhook } from './Webhook/conversation.ts'
import { deliveredRev } from './Webhook/deliveredRev.ts'
import { lag } from './Webhook/lag.ts'
import { nextAttemptAt } from './Webhook/nextAttemptAt.ts'
import { pauseReason } from './Webhook/pauseReason.ts'
import { owner as ownerOfWebhook } from './Webhook/owner.ts'

export const resolvers = {
  Query: { channels, conversation, conversations, inbox, invite, webhook },
  Mutation: {
    createWebhook: createWebhookResolver,
    updateWebhook: updateWebhookResolver,
    deleteWebhook: deleteWebhookResolver,
    rotateWebhookSecret: rotateWebhookSecretResolver,
    pauseWebhook: pauseWebhookResolver,
    resumeWebhook: resumeWebhookResolver,
    replayWebhook: replayWebhookResolver,
    createIncomingWebhook: createIncomingWebhookResolver,
    rotateIncomingWebhookSecret: rotateIncomingWebhookSecretResolver,
    deleteIncomingWebhook: deleteIncomingWebhookResolver,
    addMembers: addMembersResolver,
    banMember: banMemberResolver,
    changeAvatar: changeAvatarResolver,
    changeRole: changeRoleResolver,
    changeTopic: changeTopicResolver,
    clearHistory: clearHistoryResolver,
    createChannel: createChannelResolver,
    createGroup: createGroupResolver,
    createInvite: createInviteResolver,
    joinChannel: joinChannelResolver,
    joinConversation: joinConversationResolver,
    leaveConversation: leaveConversationResolver,
    markDelivered: markDeliveredResolver,
    markRead: markReadResolver,
    openDirectConversation: openDirectConversationResolver,
    removeMember: removeMemberResolver,
    renameConversation: renameConversationResolver,
    revokeInvite: revokeInviteResolver,
    saveDraft: saveDraftResolver,
    setTyping: setTypingResolver,
    setDirectBlock: setDirectBlockResolver,
    endMemberships: endMembershipsResolver,
    transferOwnership: transferOwnershipResolver,
    unbanMember: unbanMemberResolver,
    updateConversationSettings: updateConversationSettingsResolver,
  },
  Ban: { user: userOfMember },
  Channel: { announcement: announcementOfChannel, conversationId: conversationIdOfChannel, joined: joinedOfChannel },
  Conversation: {
    __resolveReference,
    bans,
    incomingWebhooks,
    webhooks,
    clearedSeq,
    invites,
    members,
    mentionCount,
    mentionSeqs,
    seenBy,
    unreadAfter,
    unreadCount,
    viewerDraft,
    viewerMayWrite,
    viewerMember,
    viewerSettings,
  },
  IncomingWebhook: { bot: botOfIncoming, conversation: conversationOfIncoming, createdBy: createdByOfIncoming },
  Webhook: {
    attempts: attemptsOfWebhook,
    conversation: conversationOfWebhook,
    deliveredRev,
    lag,
    nextAttemptAt,
    pauseReason,
    owner: ownerOfWebhook,
  },
  Invite: { conversation: conversationOfInvite, createdBy: createdByOfInvite },
  Member: { user: userOfMember },
  User: { presence },
} satisfies Resolvers
