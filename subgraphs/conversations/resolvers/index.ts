import type { Resolvers } from '../generated.ts'
import { __resolveReference } from './Conversation/__resolveReference.ts'
import { bans } from './Conversation/bans.ts'
import { members } from './Conversation/members.ts'
import { seenBy } from './Conversation/seenBy.ts'
import { unreadCount } from './Conversation/unreadCount.ts'
import { viewerMayWrite } from './Conversation/viewerMayWrite.ts'
import { viewerMember } from './Conversation/viewerMember.ts'
import { conversation as conversationOfInvite } from './Invite/conversation.ts'
import { user as userOfMember } from './Member/user.ts'
import { addMembersResolver } from './Mutation/addMembers.ts'
import { banMemberResolver } from './Mutation/banMember.ts'
import { changeRoleResolver } from './Mutation/changeRole.ts'
import { createGroupResolver } from './Mutation/createGroup.ts'
import { createInviteResolver } from './Mutation/createInvite.ts'
import { joinConversationResolver } from './Mutation/joinConversation.ts'
import { leaveConversationResolver } from './Mutation/leaveConversation.ts'
import { markDeliveredResolver } from './Mutation/markDelivered.ts'
import { markReadResolver } from './Mutation/markRead.ts'
import { openDirectConversationResolver } from './Mutation/openDirectConversation.ts'
import { removeMemberResolver } from './Mutation/removeMember.ts'
import { renameConversationResolver } from './Mutation/renameConversation.ts'
import { revokeInviteResolver } from './Mutation/revokeInvite.ts'
import { transferOwnershipResolver } from './Mutation/transferOwnership.ts'
import { unbanMemberResolver } from './Mutation/unbanMember.ts'
import { conversation } from './Query/conversation.ts'
import { conversations } from './Query/conversations.ts'
import { invite } from './Query/invite.ts'

export const resolvers = {
  Query: { conversation, conversations, invite },
  Mutation: {
    addMembers: addMembersResolver,
    banMember: banMemberResolver,
    changeRole: changeRoleResolver,
    createGroup: createGroupResolver,
    createInvite: createInviteResolver,
    joinConversation: joinConversationResolver,
    leaveConversation: leaveConversationResolver,
    markDelivered: markDeliveredResolver,
    markRead: markReadResolver,
    openDirectConversation: openDirectConversationResolver,
    removeMember: removeMemberResolver,
    renameConversation: renameConversationResolver,
    revokeInvite: revokeInviteResolver,
    transferOwnership: transferOwnershipResolver,
    unbanMember: unbanMemberResolver,
  },
  Ban: { user: userOfMember },
  Conversation: { __resolveReference, bans, members, seenBy, unreadCount, viewerMayWrite, viewerMember },
  Invite: { conversation: conversationOfInvite },
  Member: { user: userOfMember },
} satisfies Resolvers
