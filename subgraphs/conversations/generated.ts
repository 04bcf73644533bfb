import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ConversationView, MemberView } from './store/conversationViews.ts';
import type { ChannelListing } from './store/channelPages.ts';
import type { DraftRow } from './store/drafts.ts';
import type { InviteRow } from './store/invites.ts';
import type { WebhookView } from './store/webhooks/webhooks.ts';
import type { AttemptRow } from './store/webhooks/attempts.ts';
import type { IncomingWebhookRow } from './store/webhooks/incomingWebhooks.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC with milliseconds, RFC 3339: `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: number | string | Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type AddMembersInput = {
  conversationId: Scalars['ID']['input'];
  /** What they become: any role that the viewer may give. */
  role?: InputMaybe<MemberRole>;
  /** 1 to 100. */
  userIds: Array<Scalars['ID']['input']>;
};

export type AddMembersPayload = {
  __typename?: 'AddMembersPayload';
  conversation: Conversation;
};

/** Whether somebody is there, over all their devices. */
export type Availability =
  /** Connected, and every connected device says that they are away, or has asked for nothing for 15 minutes (PARLEY_IDLE_AWAY_MS). */
  | 'AWAY'
  /** No device is connected. */
  | 'OFFLINE'
  /** Connected, and at least one of their devices is in use, and does not say that they are away. */
  | 'ONLINE';

/** Someone who may neither join nor be added. */
export type Ban = {
  __typename?: 'Ban';
  user: User;
};

export type BanConnection = {
  __typename?: 'BanConnection';
  edges: Array<BanEdge>;
  pageInfo: PageInfo;
};

export type BanEdge = {
  __typename?: 'BanEdge';
  cursor: Scalars['String']['output'];
  node: Ban;
};

export type BanMemberInput = {
  conversationId: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
};

export type BanMemberPayload = {
  __typename?: 'BanMemberPayload';
  conversation: Conversation;
};

export type ChangeAvatarInput = {
  /** An https address without credentials, at most 500 characters; null or empty takes the picture away. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  conversationId: Scalars['ID']['input'];
};

export type ChangeAvatarPayload = {
  __typename?: 'ChangeAvatarPayload';
  conversation: Conversation;
};

export type ChangeRoleInput = {
  conversationId: Scalars['ID']['input'];
  role: MemberRole;
  userId: Scalars['ID']['input'];
};

export type ChangeRolePayload = {
  __typename?: 'ChangeRolePayload';
  conversation: Conversation;
};

export type ChangeTopicInput = {
  conversationId: Scalars['ID']['input'];
  /** At most 250 characters; null or empty takes the topic away. */
  topic?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeTopicPayload = {
  __typename?: 'ChangeTopicPayload';
  conversation: Conversation;
};

/** A public channel, as anyone sees it. */
export type Channel = {
  __typename?: 'Channel';
  /** True where owners and admins alone write. */
  announcement: Scalars['Boolean']['output'];
  avatarUrl?: Maybe<Scalars['String']['output']>;
  conversationId: Scalars['ID']['output'];
  /** True when the viewer is a member: then `conversation(id:)` tells the rest. */
  joined: Scalars['Boolean']['output'];
  memberCount: Scalars['Int']['output'];
  title: Scalars['String']['output'];
  topic?: Maybe<Scalars['String']['output']>;
};

export type ChannelConnection = {
  __typename?: 'ChannelConnection';
  edges: Array<ChannelEdge>;
  pageInfo: PageInfo;
};

export type ChannelEdge = {
  __typename?: 'ChannelEdge';
  cursor: Scalars['String']['output'];
  node: Channel;
};

export type ClearHistoryInput = {
  conversationId: Scalars['ID']['input'];
  /** A message's; unset, the newest one's. */
  seq?: InputMaybe<Scalars['Int']['input']>;
};

export type ClearHistoryPayload = {
  __typename?: 'ClearHistoryPayload';
  conversation: Conversation;
};

/** A place to talk. Only its members see it. */
export type Conversation = {
  __typename?: 'Conversation';
  /** Address of its picture: always https. */
  avatarUrl?: Maybe<Scalars['String']['output']>;
  /** Who may not come back, for owners and admins; null for everyone else. At most 100 a page, 20 unless told. Errors: INVALID_INPUT. */
  bans?: Maybe<BanConnection>;
  /** The viewer has cleared what stands up to this `seq` (`clearHistory`); 0 for nothing. `HistoryCleared` moves it. */
  clearedSeq: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /**
   * Addresses under which services post messages here, newest first, for owners and admins; null for everyone else. At most 100 a
   * page, 20 unless told. Errors: INVALID_INPUT.
   */
  incomingWebhooks?: Maybe<IncomingWebhookConnection>;
  /** Links that still hold, newest first, for owners and admins; null for everyone else. At most 100 a page, 20 unless told. Errors: INVALID_INPUT. */
  invites?: Maybe<InviteConnection>;
  kind: ConversationKind;
  /** When something last happened here that moves it up in the inbox. Edits, deletions, reactions, pins and blocks do not. */
  lastActivityAt: Scalars['DateTime']['output'];
  /** How many members it has. */
  memberCount: Scalars['Int']['output'];
  /** Members in the order in which they joined. At most 100 a page, 20 unless told. Errors: INVALID_INPUT. */
  members: MemberConnection;
  /** How many of the unread messages mention the viewer, or everyone. */
  mentionCount: Scalars['Int']['output'];
  /**
   * Those messages by their `seq`, ascending; the newest 100 of them. To keep the count live: add those of `MessageSent` and
   * `MessageEdited` that mention the viewer, take out those that do so no more or were deleted, and all up to `unreadAfter`.
   */
  mentionSeqs: Array<Scalars['Int']['output']>;
  /**
   * Position of the newest event in the conversation's change log, read before every other field. So: show this state, then
   * subscribe to `conversationEvents` with `after: rev`, and nothing is missed.
   */
  rev: Scalars['Int']['output'];
  /**
   * Who has read the message at `seq`, in the order in which they joined: not its sender, nor who came after it. At most 100 a
   * page, 20 unless told. Errors: INVALID_INPUT.
   */
  seenBy: MemberConnection;
  /** Null for a direct conversation: show the other member's name. */
  title?: Maybe<Scalars['String']['output']>;
  /** What it is about. */
  topic?: Maybe<Scalars['String']['output']>;
  /**
   * Messages after this `seq` are unread. It moves with `ReadMoved` (take the higher value), and to the `seq` of each message
   * that the viewer sends.
   */
  unreadAfter: Scalars['Int']['output'];
  /**
   * How many messages are new to the viewer: those after the last one that they have read or written, none from before they
   * joined, and none that they have cleared. That is: the `seq` of the newest message less `unreadAfter`, which keeps it live.
   */
  unreadCount: Scalars['Int']['output'];
  /** What the viewer has begun to write, on whichever device; null for nothing. */
  viewerDraft?: Maybe<Draft>;
  /**
   * False where the viewer's role may only read, and in a direct conversation where one of the two blocks the other. RoleChanged and
   * WritingChanged tell when it changes.
   */
  viewerMayWrite: Scalars['Boolean']['output'];
  /** The viewer's own membership. */
  viewerMember?: Maybe<Member>;
  /** How the viewer keeps it. */
  viewerSettings: ConversationSettings;
  /**
   * Where its events are posted, newest first, for owners and admins; null for everyone else. At most 100 a page, 20 unless told.
   * Errors: INVALID_INPUT.
   */
  webhooks?: Maybe<WebhookConnection>;
};


/** A place to talk. Only its members see it. */
export type ConversationBansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A place to talk. Only its members see it. */
export type ConversationIncomingWebhooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A place to talk. Only its members see it. */
export type ConversationInvitesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A place to talk. Only its members see it. */
export type ConversationMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A place to talk. Only its members see it. */
export type ConversationSeenByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  seq: Scalars['Int']['input'];
};


/** A place to talk. Only its members see it. */
export type ConversationWebhooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ConversationConnection = {
  __typename?: 'ConversationConnection';
  edges: Array<ConversationEdge>;
  pageInfo: PageInfo;
};

export type ConversationEdge = {
  __typename?: 'ConversationEdge';
  cursor: Scalars['String']['output'];
  node: Conversation;
};

/** What a conversation is: who is in it, and who writes. */
export type ConversationKind =
  /** A channel in which owners and admins write, and everyone else reads. */
  | 'ANNOUNCEMENT'
  /** A group that anyone finds and joins without a link. */
  | 'CHANNEL'
  /** Two people. The same two always have the same conversation. */
  | 'DIRECT'
  /** Any number of people, with a title. */
  | 'GROUP';

/** How the viewer keeps a conversation. Nobody else sees it. */
export type ConversationSettings = {
  __typename?: 'ConversationSettings';
  /** Out of the inbox, until it is taken back: new messages do not. */
  archived: Scalars['Boolean']['output'];
  /** Shown as unread whatever was read, until the next `markRead`, or until all is cleared. */
  markedUnread: Scalars['Boolean']['output'];
  /** Null: not muted. */
  mutedUntil?: Maybe<Scalars['DateTime']['output']>;
  notificationLevel: NotificationLevel;
  /** At the top of the inbox. */
  pinned: Scalars['Boolean']['output'];
  /**
   * Goes up with each change of them. Of two values the one with the higher `version` is the newer, in whatever order answers and events
   * arrive.
   */
  version: Scalars['Int']['output'];
};

export type CreateChannelInput = {
  /** True: owners and admins alone write. */
  announcement?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 64 characters (letters, digits, `-`, `_`, `.`, `:`), new for each channel: a UUID will do. */
  clientChannelId?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 120 characters. */
  title: Scalars['String']['input'];
  /** At most 250 characters. */
  topic?: InputMaybe<Scalars['String']['input']>;
};

export type CreateChannelPayload = {
  __typename?: 'CreateChannelPayload';
  conversation: Conversation;
};

export type CreateGroupInput = {
  /** 1 to 64 characters (letters, digits, `-`, `_`, `.`, `:`), new for each group: a UUID will do. */
  clientGroupId?: InputMaybe<Scalars['String']['input']>;
  /** Who else is in it from the start, at most 100. */
  memberIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 120 characters. */
  title: Scalars['String']['input'];
};

export type CreateGroupPayload = {
  __typename?: 'CreateGroupPayload';
  conversation: Conversation;
};

export type CreateIncomingWebhookInput = {
  /** A bot of the viewer's that is a member of the conversation: who the messages come from. */
  botId: Scalars['ID']['input'];
  conversationId: Scalars['ID']['input'];
  /** What it is for, 1 to 80 characters. */
  name: Scalars['String']['input'];
};

export type CreateIncomingWebhookPayload = {
  __typename?: 'CreateIncomingWebhookPayload';
  incomingWebhook: IncomingWebhook;
  /** `/hooks/…`, with the secret in it. Shown here and never again. */
  path: Scalars['String']['output'];
};

export type CreateInviteInput = {
  conversationId: Scalars['ID']['input'];
  /** In the future; without it the link does not expire. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 100000; without it any number may join. */
  maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** What those who join with it become: MEMBER or GUEST (INVALID_INPUT for any other). */
  role?: InputMaybe<MemberRole>;
};

export type CreateInvitePayload = {
  __typename?: 'CreateInvitePayload';
  invite: Invite;
};

export type CreateWebhookInput = {
  /** The `rev` after which it begins: 0 for everything there is. Left out: what comes from now on. */
  after?: InputMaybe<Scalars['Int']['input']>;
  conversationId: Scalars['ID']['input'];
  /** The names of the events wanted; left out: all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What it is for, 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** An https address on the internet, at most 1,000 characters, without credentials. */
  url: Scalars['String']['input'];
};

export type CreateWebhookPayload = {
  __typename?: 'CreateWebhookPayload';
  /** `whsec_` and 43 characters. Shown here and never again. */
  secret: Scalars['String']['output'];
  webhook: Webhook;
};

export type DeleteIncomingWebhookInput = {
  incomingWebhookId: Scalars['ID']['input'];
};

export type DeleteIncomingWebhookPayload = {
  __typename?: 'DeleteIncomingWebhookPayload';
  incomingWebhookId: Scalars['ID']['output'];
};

export type DeleteWebhookInput = {
  webhookId: Scalars['ID']['input'];
};

export type DeleteWebhookPayload = {
  __typename?: 'DeleteWebhookPayload';
  webhookId: Scalars['ID']['output'];
};

/** Text that is not sent yet. */
export type Draft = {
  __typename?: 'Draft';
  text: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type EndMembershipsInput = {
  /** Of the conversation up to which they have left. */
  after?: InputMaybe<Scalars['ID']['input']>;
  userId: Scalars['ID']['input'];
};

export type EndMembershipsPayload = {
  __typename?: 'EndMembershipsPayload';
  /** Null: none is left. */
  last?: Maybe<Scalars['ID']['output']>;
};

export type InboxConnection = {
  __typename?: 'InboxConnection';
  edges: Array<ConversationEdge>;
  pageInfo: PageInfo;
  /**
   * Where the inbox stands, with all its conversations, not only those of this page; read before the page. Give it to the
   * subscription `inbox(after:)` to hear of everything that this page does not show yet. Ask for it with the first page only: the
   * positions of many conversations are long.
   */
  position: Scalars['String']['output'];
};

/** Which conversations of the inbox. */
export type InboxFilter =
  /** All but the archived ones. */
  | 'ALL'
  | 'ARCHIVED'
  /** With something unread, or marked unread; not the archived ones. */
  | 'UNREAD';

/** An address under which a service posts messages into a conversation, as a bot. */
export type IncomingWebhook = {
  __typename?: 'IncomingWebhook';
  bot: User;
  conversation: Conversation;
  createdAt: Scalars['DateTime']['output'];
  createdBy: User;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type IncomingWebhookConnection = {
  __typename?: 'IncomingWebhookConnection';
  edges: Array<IncomingWebhookEdge>;
  pageInfo: PageInfo;
};

export type IncomingWebhookEdge = {
  __typename?: 'IncomingWebhookEdge';
  cursor: Scalars['String']['output'];
  node: IncomingWebhook;
};

/** Whoever has the code may join, while it holds. */
export type Invite = {
  __typename?: 'Invite';
  code: Scalars['String']['output'];
  conversation: Conversation;
  createdAt: Scalars['DateTime']['output'];
  createdBy: User;
  /** Null: it does not expire. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null: any number of times. */
  maxUses?: Maybe<Scalars['Int']['output']>;
  /** What those who join with it become: MEMBER or GUEST. */
  role: MemberRole;
  uses: Scalars['Int']['output'];
};

export type InviteConnection = {
  __typename?: 'InviteConnection';
  edges: Array<InviteEdge>;
  pageInfo: PageInfo;
};

export type InviteEdge = {
  __typename?: 'InviteEdge';
  cursor: Scalars['String']['output'];
  node: Invite;
};

/** What an invite link shows before one joins. */
export type InvitePreview = {
  __typename?: 'InvitePreview';
  avatarUrl?: Maybe<Scalars['String']['output']>;
  conversationId: Scalars['ID']['output'];
  /** True when the viewer is a member already. */
  joined: Scalars['Boolean']['output'];
  memberCount: Scalars['Int']['output'];
  title?: Maybe<Scalars['String']['output']>;
  topic?: Maybe<Scalars['String']['output']>;
};

export type JoinChannelInput = {
  conversationId: Scalars['ID']['input'];
};

export type JoinChannelPayload = {
  __typename?: 'JoinChannelPayload';
  conversation: Conversation;
};

export type JoinConversationInput = {
  code: Scalars['String']['input'];
};

export type JoinConversationPayload = {
  __typename?: 'JoinConversationPayload';
  conversation: Conversation;
};

export type LeaveConversationInput = {
  conversationId: Scalars['ID']['input'];
};

export type LeaveConversationPayload = {
  __typename?: 'LeaveConversationPayload';
  conversationId: Scalars['ID']['output'];
};

export type MarkDeliveredInput = {
  conversationId: Scalars['ID']['input'];
  seq: Scalars['Int']['input'];
};

export type MarkDeliveredPayload = {
  __typename?: 'MarkDeliveredPayload';
  conversation: Conversation;
};

export type MarkReadInput = {
  conversationId: Scalars['ID']['input'];
  seq: Scalars['Int']['input'];
};

export type MarkReadPayload = {
  __typename?: 'MarkReadPayload';
  conversation: Conversation;
};

/** A user's place in a conversation. */
export type Member = {
  __typename?: 'Member';
  /** `seq` of the newest message that has reached a device of theirs. Never behind `readSeq`. */
  deliveredSeq: Scalars['Int']['output'];
  joinedAt: Scalars['DateTime']['output'];
  /** `seq` of the newest message that they have read: all before it are read too. 0 for none. */
  readSeq: Scalars['Int']['output'];
  role: MemberRole;
  user: User;
};

export type MemberConnection = {
  __typename?: 'MemberConnection';
  edges: Array<MemberEdge>;
  pageInfo: PageInfo;
};

export type MemberEdge = {
  __typename?: 'MemberEdge';
  cursor: Scalars['String']['output'];
  node: Member;
};

/** What a member may do. The whole of it is a table: docs/permissions.md. */
export type MemberRole =
  /** May add, invite, remove and ban members and guests, and change title, topic and picture. */
  | 'ADMIN'
  /** May read and write, as someone from outside: owns nothing, even when everyone else leaves before. */
  | 'GUEST'
  /** May read and write. */
  | 'MEMBER'
  /** May do everything. A group always has one. */
  | 'OWNER';

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Adds users to a group; those who are members already stay as they are. For owners and admins. A group has at most 10,000
   * members. Errors: UNAUTHENTICATED, FORBIDDEN (also where one of them is banned, or a block stands between), INVALID_INPUT (nobody named), NOT_FOUND (a
   * user), LIMIT_EXCEEDED.
   */
  addMembers: AddMembersPayload;
  /**
   * Bans a user from a group, member or not: they are removed, and can neither join nor be added. Admins ban members and guests;
   * owners anyone else. Someone who is banned already stays so. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (no such user),
   * UNAVAILABLE.
   */
  banMember: BanMemberPayload;
  /** Changes a group's picture. For owners and admins. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT. */
  changeAvatar: ChangeAvatarPayload;
  /**
   * Gives a member another role. Admins make members guests and guests members; owners give and take any role. The last owner
   * stays one. The role that they have already changes nothing. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (no member).
   */
  changeRole: ChangeRolePayload;
  /**
   * Changes what a group is about. For owners and admins; in a group that is no channel for members too.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.
   */
  changeTopic: ChangeTopicPayload;
  /**
   * Clears what stands up to `seq`, or everything so far, from the viewer's own view: history, search, threads and pins leave it out, and
   * it is not unread. Nobody else learns of it, and it cannot be taken back. The pointer never goes back: a late or repeated call changes
   * nothing. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (negative, or ahead of the newest message).
   */
  clearHistory: ClearHistoryPayload;
  /**
   * Starts a public channel with the viewer as its owner: anyone finds and joins it. Send again with the same `clientChannelId`
   * after a lost answer: you get the same channel. Errors: UNAUTHENTICATED, INVALID_INPUT, IDEMPOTENCY_CONFLICT.
   */
  createChannel: CreateChannelPayload;
  /**
   * Starts a group with the viewer as its owner. Send again with the same `clientGroupId` after a lost answer: you get the same
   * group, never a second one. Errors: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND (a user), FORBIDDEN (a block
   * stands between), LIMIT_EXCEEDED, IDEMPOTENCY_CONFLICT.
   */
  createGroup: CreateGroupPayload;
  /**
   * Makes an address under which a service posts messages into a group, as a bot of the viewer's that is a member. `path` holds a
   * secret and is shown this once: it follows the address of a router. For owners and admins; 20 for one conversation.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (name), LIMIT_EXCEEDED.
   */
  createIncomingWebhook: CreateIncomingWebhookPayload;
  /**
   * Makes an invite link for a group. For owners and admins. A group has at most 100 that still hold.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, LIMIT_EXCEEDED.
   */
  createInvite: CreateInvitePayload;
  /**
   * Has a group's events posted to an address from now on, or from `after` on. `secret` signs each delivery and is shown this once.
   * For owners and admins; 20 for one conversation.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (name, url, eventTypes, after), LIMIT_EXCEEDED.
   */
  createWebhook: CreateWebhookPayload;
  /** Its address answers NOT_FOUND from then on. Errors: UNAUTHENTICATED, FORBIDDEN. */
  deleteIncomingWebhook: DeleteIncomingWebhookPayload;
  /** Nothing is delivered any more, and its tries are forgotten. Errors: UNAUTHENTICATED, FORBIDDEN. */
  deleteWebhook: DeleteWebhookPayload;
  /**
   * For the users subgraph: has a user whose account is deleted leave their conversations, some at a time. Errors: FORBIDDEN (the account
   * is not deleted), UNAVAILABLE.
   */
  endMemberships: EndMembershipsPayload;
  /**
   * Joins a public channel. A member who joins again changes nothing. Errors: UNAUTHENTICATED, FORBIDDEN (no such channel, or
   * banned), LIMIT_EXCEEDED (10,000 members).
   */
  joinChannel: JoinChannelPayload;
  /**
   * Joins the group behind an invite code. A member who joins again changes nothing and uses nothing, also when the link has
   * ended. A group has at most 10,000 members. Errors: UNAUTHENTICATED, INVITE_INVALID, FORBIDDEN (banned), LIMIT_EXCEEDED.
   */
  joinConversation: JoinConversationPayload;
  /**
   * Leaves a group. An owner who is the last one hands ownership to the longest-standing admin, else member, else guest. Whoever has left
   * already may leave again: nothing changes. Errors: UNAUTHENTICATED, FORBIDDEN (also for a direct conversation).
   */
  leaveConversation: LeaveConversationPayload;
  /** Says that everything up to `seq` has reached a device of the viewer. Otherwise like markRead, with the same errors. */
  markDelivered: MarkDeliveredPayload;
  /**
   * Says that the viewer has read everything up to `seq`, and takes back "marked unread". The pointer never goes back: a late or
   * repeated call changes nothing, so send the newest one only. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (negative, or
   * ahead of the newest message).
   */
  markRead: MarkReadPayload;
  /**
   * The viewer's direct conversation with a user: the one there is, or a new one, also when both ask at once.
   * Errors: UNAUTHENTICATED, NOT_FOUND (no such user), FORBIDDEN (one blocks the other, or the account is deleted), INVALID_INPUT
   * (oneself), UNAVAILABLE.
   */
  openDirectConversation: OpenDirectConversationPayload;
  /** Nothing is delivered until it is resumed; nothing is lost. Errors: UNAUTHENTICATED, FORBIDDEN. */
  pauseWebhook: PauseWebhookPayload;
  /**
   * Removes a member from a group. Their subscriptions end with the event that says so. Admins remove members and guests; owners
   * anyone else. Someone who is gone already stays gone. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (never a member).
   */
  removeMember: RemoveMemberPayload;
  /** Changes a group's title. For owners and admins. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT. */
  renameConversation: RenameConversationPayload;
  /**
   * Delivers again from this `rev` on, in order, with other delivery ids. A later one skips what is not delivered yet. A webhook that
   * is paused stays so. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (not in the change log).
   */
  replayWebhook: ReplayWebhookPayload;
  /**
   * Goes on where a webhook stood, at once, also one that waits after a failure. The viewer answers for it from then on.
   * Errors: UNAUTHENTICATED, FORBIDDEN.
   */
  resumeWebhook: ResumeWebhookPayload;
  /** Ends an invite link. For owners and admins. Errors: UNAUTHENTICATED, FORBIDDEN, INVITE_INVALID. */
  revokeInvite: RevokeInvitePayload;
  /** Another secret, at once; the former address answers NOT_FOUND. Errors: UNAUTHENTICATED, FORBIDDEN. */
  rotateIncomingWebhookSecret: RotateIncomingWebhookSecretPayload;
  /**
   * Gives a webhook another secret, shown this once. For a day, unless told, the former one signs too (a second `v1`), so that a
   * receiver can change over. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (overlapSeconds).
   */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /**
   * Keeps what the viewer has begun to write, for all their devices: the one that comes last counts. Empty text takes the draft
   * away; do so when it is sent. Errors: UNAUTHENTICATED, FORBIDDEN, TEXT_TOO_LONG, INVALID_INPUT.
   */
  saveDraft: SaveDraftPayload;
  /**
   * For the users subgraph, before it acknowledges `blockUser` or `unblockUser`: whether the viewer blocks a user. Once it has
   * answered, no message is taken in their direct conversation while one of the two blocks the other. Errors: UNAUTHENTICATED,
   * INVALID_INPUT.
   */
  setDirectBlock: SetDirectBlockPayload;
  /**
   * Says that the viewer types, or does so no more. It ends by itself after 6 seconds: say it again every 3 to 5 seconds while it
   * goes on. For those who may write. In a direct conversation where one of the two blocks the other, nobody is told. At most 30
   * calls in 10 seconds. Errors: UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED, UNAVAILABLE.
   */
  setTyping: SetTypingPayload;
  /**
   * Makes a member an owner, and the viewer, who is one, an admin. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (no member),
   * INVALID_INPUT (oneself).
   */
  transferOwnership: TransferOwnershipPayload;
  /** Lifts a ban. For owners and admins. Someone who is not banned stays as they are. Errors: UNAUTHENTICATED, FORBIDDEN. */
  unbanMember: UnbanMemberPayload;
  /**
   * Changes how the viewer keeps a conversation; what is left out stays as it is. At most 50 are pinned.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (a mute that has ended already), LIMIT_EXCEEDED.
   */
  updateConversationSettings: UpdateConversationSettingsPayload;
  /** Changes a webhook; what is left out stays. The next delivery goes by it. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT. */
  updateWebhook: UpdateWebhookPayload;
};


export type MutationAddMembersArgs = {
  input: AddMembersInput;
};


export type MutationBanMemberArgs = {
  input: BanMemberInput;
};


export type MutationChangeAvatarArgs = {
  input: ChangeAvatarInput;
};


export type MutationChangeRoleArgs = {
  input: ChangeRoleInput;
};


export type MutationChangeTopicArgs = {
  input: ChangeTopicInput;
};


export type MutationClearHistoryArgs = {
  input: ClearHistoryInput;
};


export type MutationCreateChannelArgs = {
  input: CreateChannelInput;
};


export type MutationCreateGroupArgs = {
  input: CreateGroupInput;
};


export type MutationCreateIncomingWebhookArgs = {
  input: CreateIncomingWebhookInput;
};


export type MutationCreateInviteArgs = {
  input: CreateInviteInput;
};


export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


export type MutationDeleteIncomingWebhookArgs = {
  input: DeleteIncomingWebhookInput;
};


export type MutationDeleteWebhookArgs = {
  input: DeleteWebhookInput;
};


export type MutationEndMembershipsArgs = {
  input: EndMembershipsInput;
};


export type MutationJoinChannelArgs = {
  input: JoinChannelInput;
};


export type MutationJoinConversationArgs = {
  input: JoinConversationInput;
};


export type MutationLeaveConversationArgs = {
  input: LeaveConversationInput;
};


export type MutationMarkDeliveredArgs = {
  input: MarkDeliveredInput;
};


export type MutationMarkReadArgs = {
  input: MarkReadInput;
};


export type MutationOpenDirectConversationArgs = {
  input: OpenDirectConversationInput;
};


export type MutationPauseWebhookArgs = {
  input: PauseWebhookInput;
};


export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


export type MutationRenameConversationArgs = {
  input: RenameConversationInput;
};


export type MutationReplayWebhookArgs = {
  input: ReplayWebhookInput;
};


export type MutationResumeWebhookArgs = {
  input: ResumeWebhookInput;
};


export type MutationRevokeInviteArgs = {
  input: RevokeInviteInput;
};


export type MutationRotateIncomingWebhookSecretArgs = {
  input: RotateIncomingWebhookSecretInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


export type MutationSaveDraftArgs = {
  input: SaveDraftInput;
};


export type MutationSetDirectBlockArgs = {
  input: SetDirectBlockInput;
};


export type MutationSetTypingArgs = {
  input: SetTypingInput;
};


export type MutationTransferOwnershipArgs = {
  input: TransferOwnershipInput;
};


export type MutationUnbanMemberArgs = {
  input: UnbanMemberInput;
};


export type MutationUpdateConversationSettingsArgs = {
  input: UpdateConversationSettingsInput;
};


export type MutationUpdateWebhookArgs = {
  input: UpdateWebhookInput;
};

/** What the viewer is notified of. */
export type NotificationLevel =
  | 'ALL'
  /** Where they are named, and where everyone is. */
  | 'MENTIONS'
  | 'NONE';

export type OpenDirectConversationInput = {
  userId: Scalars['ID']['input'];
};

export type OpenDirectConversationPayload = {
  __typename?: 'OpenDirectConversationPayload';
  conversation: Conversation;
};

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PauseWebhookInput = {
  webhookId: Scalars['ID']['input'];
};

export type PauseWebhookPayload = {
  __typename?: 'PauseWebhookPayload';
  webhook: Webhook;
};

/** Whether somebody is there, and when they last were. */
export type Presence = {
  __typename?: 'Presence';
  availability: Availability;
  /** When their last connection ended, for 90 days; null while they are connected, and where it is not known any more. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How a user is now. */
export type PresenceChange = {
  __typename?: 'PresenceChange';
  /** Null once the viewer may not know it any more, and from the start where they never might. */
  presence?: Maybe<Presence>;
  user: User;
};

export type Query = {
  __typename?: 'Query';
  /**
   * The public channels, largest first; with `search` those whose title has it, in any case and with any accents. At most 100 a page, 20 unless told.
   * One whose size changes while you page may come twice, or not. Errors: UNAUTHENTICATED, INVALID_INPUT.
   */
  channels: ChannelConnection;
  /** A conversation of the viewer. Errors: UNAUTHENTICATED, FORBIDDEN (not a member, or no such conversation). */
  conversation: Conversation;
  /**
   * The viewer's conversations, newest activity first; with `sharedWith` those alone that this user is a member of too. At most 100
   * a page, 20 unless told. One that becomes active while you page moves to the front: read the front again to see it there.
   * Errors: UNAUTHENTICATED, INVALID_INPUT.
   */
  conversations: ConversationConnection;
  /**
   * The viewer's conversations as a client lists them: pinned ones first, then newest activity first; archived ones by the filter
   * alone. At most 100 a page, 20 unless told. One that becomes active while you page moves to the front: read the front again.
   * Errors: UNAUTHENTICATED, INVALID_INPUT.
   */
  inbox: InboxConnection;
  /** What is behind an invite code; a member sees it also when the link has ended. Errors: UNAUTHENTICATED, INVITE_INVALID. */
  invite: InvitePreview;
  /** A webhook of a conversation that the viewer manages; null where there is none. Errors: UNAUTHENTICATED. */
  webhook?: Maybe<Webhook>;
};


export type QueryChannelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sharedWith?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InboxFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInviteArgs = {
  code: Scalars['String']['input'];
};


export type QueryWebhookArgs = {
  id: Scalars['ID']['input'];
};

/** How far a member has come now. */
export type ReceiptChange = {
  __typename?: 'ReceiptChange';
  conversation: Conversation;
  /** `seq` of the newest message that has reached a device of theirs. Never behind `readSeq`. */
  deliveredSeq: Scalars['Int']['output'];
  /** `seq` of the newest message that they have read: all before it are read too. 0 for none. */
  readSeq: Scalars['Int']['output'];
  user: User;
};

export type RemoveMemberInput = {
  conversationId: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
};

export type RemoveMemberPayload = {
  __typename?: 'RemoveMemberPayload';
  conversation: Conversation;
};

export type RenameConversationInput = {
  conversationId: Scalars['ID']['input'];
  /** 1 to 120 characters. */
  title: Scalars['String']['input'];
};

export type RenameConversationPayload = {
  __typename?: 'RenameConversationPayload';
  conversation: Conversation;
};

export type ReplayWebhookInput = {
  /** The first `rev` to deliver. */
  from: Scalars['Int']['input'];
  webhookId: Scalars['ID']['input'];
};

export type ReplayWebhookPayload = {
  __typename?: 'ReplayWebhookPayload';
  webhook: Webhook;
};

export type ResumeWebhookInput = {
  webhookId: Scalars['ID']['input'];
};

export type ResumeWebhookPayload = {
  __typename?: 'ResumeWebhookPayload';
  webhook: Webhook;
};

export type RevokeInviteInput = {
  code: Scalars['String']['input'];
};

export type RevokeInvitePayload = {
  __typename?: 'RevokeInvitePayload';
  code: Scalars['String']['output'];
};

export type RotateIncomingWebhookSecretInput = {
  incomingWebhookId: Scalars['ID']['input'];
};

export type RotateIncomingWebhookSecretPayload = {
  __typename?: 'RotateIncomingWebhookSecretPayload';
  incomingWebhook: IncomingWebhook;
  /** `/hooks/…`, with the new secret in it. Shown here and never again. */
  path: Scalars['String']['output'];
};

export type RotateWebhookSecretInput = {
  /** How long the former secret signs too, at most a week: 0 where it has leaked. */
  overlapSeconds?: Scalars['Int']['input'];
  webhookId: Scalars['ID']['input'];
};

export type RotateWebhookSecretPayload = {
  __typename?: 'RotateWebhookSecretPayload';
  /** `whsec_` and 43 characters. Shown here and never again. */
  secret: Scalars['String']['output'];
  webhook: Webhook;
};

export type SaveDraftInput = {
  conversationId: Scalars['ID']['input'];
  /** At most 10,000 characters. */
  text: Scalars['String']['input'];
};

export type SaveDraftPayload = {
  __typename?: 'SaveDraftPayload';
  conversation: Conversation;
};

export type SetDirectBlockInput = {
  blocked: Scalars['Boolean']['input'];
  userId: Scalars['ID']['input'];
};

export type SetDirectBlockPayload = {
  __typename?: 'SetDirectBlockPayload';
  blocked: Scalars['Boolean']['output'];
};

export type SetTypingInput = {
  conversationId: Scalars['ID']['input'];
  isTyping: Scalars['Boolean']['input'];
};

export type SetTypingPayload = {
  __typename?: 'SetTypingPayload';
  isTyping: Scalars['Boolean']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * The presence of 1 to 100 users: first how each is now, then each who changes. `presence` is null for those whom the viewer may
   * not know of (see `User.presence`); it comes back when that changes and one subscribes again.
   * Errors: UNAUTHENTICATED, INVALID_INPUT (nobody, or too many), UNAVAILABLE.
   */
  presenceChanged: PresenceChange;
  /**
   * How far the members of a conversation have come: first everyone, then each who moves on. For conversations of at most 200
   * members; when one grows beyond, nothing more is told. The subscription ends with the viewer's membership.
   * Errors: UNAUTHENTICATED, FORBIDDEN, LIMIT_EXCEEDED (more members).
   */
  receiptChanged: ReceiptChange;
  /**
   * Who types in a conversation: first those who do now, then each who begins or ends, the viewer too. Typing that is not said
   * again ends by itself after 6 seconds, which is told. Nothing is told between two of whom one blocks the other, in groups too. The
   * subscription ends with the viewer's membership.
   * Errors: UNAUTHENTICATED, FORBIDDEN.
   */
  typing: TypingChange;
};


export type SubscriptionPresenceChangedArgs = {
  userIds: Array<Scalars['ID']['input']>;
};


export type SubscriptionReceiptChangedArgs = {
  conversationId: Scalars['ID']['input'];
};


export type SubscriptionTypingArgs = {
  conversationId: Scalars['ID']['input'];
};

export type TransferOwnershipInput = {
  conversationId: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
};

export type TransferOwnershipPayload = {
  __typename?: 'TransferOwnershipPayload';
  conversation: Conversation;
};

/** Whether a member types now. */
export type TypingChange = {
  __typename?: 'TypingChange';
  conversation: Conversation;
  isTyping: Scalars['Boolean']['output'];
  user: User;
};

export type UnbanMemberInput = {
  conversationId: Scalars['ID']['input'];
  userId: Scalars['ID']['input'];
};

export type UnbanMemberPayload = {
  __typename?: 'UnbanMemberPayload';
  conversation: Conversation;
};

export type UpdateConversationSettingsInput = {
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  conversationId: Scalars['ID']['input'];
  markedUnread?: InputMaybe<Scalars['Boolean']['input']>;
  /** A moment in the future; null takes the mute back. */
  mutedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  notificationLevel?: InputMaybe<NotificationLevel>;
  pinned?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UpdateConversationSettingsPayload = {
  __typename?: 'UpdateConversationSettingsPayload';
  conversation: Conversation;
};

export type UpdateWebhookInput = {
  /** The names of the events wanted; null: all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** An https address on the internet, at most 1,000 characters, without credentials. */
  url?: InputMaybe<Scalars['String']['input']>;
  webhookId: Scalars['ID']['input'];
};

export type UpdateWebhookPayload = {
  __typename?: 'UpdateWebhookPayload';
  webhook: Webhook;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /**
   * Whether they are there, over all their devices. Null where the viewer may not know: for those with whom the viewer shares no
   * conversation, or where one of the two blocks the other. Errors: UNAUTHENTICATED, UNAVAILABLE.
   */
  presence?: Maybe<Presence>;
};

/**
 * Has a conversation's events posted to an address, in order, each until it is taken: see docs/integrators.md for the form, the
 * signature and when a delivery is tried again.
 */
export type Webhook = {
  __typename?: 'Webhook';
  /** Tries, newest first; 20 unless told, at most 100 a page. The newest 200 or so are kept. Errors: INVALID_INPUT. */
  attempts: WebhookAttemptConnection;
  conversation: Conversation;
  createdAt: Scalars['DateTime']['output'];
  /** The cursor: every wanted event up to this `rev` is delivered. */
  deliveredRev: Scalars['Int']['output'];
  /** The names of the events wanted (`MessageSent`, …); null: all. */
  eventTypes?: Maybe<Array<Scalars['String']['output']>>;
  /** Failures in a row; 0 after a delivery. */
  failures: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** How many changes the conversation has after that. */
  lag: Scalars['Int']['output'];
  /** What it is for. */
  name: Scalars['String']['output'];
  /** When it is tried next; null where nothing waits. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who answers for it. It is paused when they are no member any more; whoever resumes it answers for it then. */
  owner: User;
  /** Why nothing is delivered; null while it is ACTIVE. */
  pauseReason?: Maybe<WebhookPauseReason>;
  state: WebhookState;
  url: Scalars['String']['output'];
};


/**
 * Has a conversation's events posted to an address, in order, each until it is taken: see docs/integrators.md for the form, the
 * signature and when a delivery is tried again.
 */
export type WebhookAttemptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A try to deliver an event. */
export type WebhookAttempt = {
  __typename?: 'WebhookAttempt';
  at: Scalars['DateTime']['output'];
  /** As in the header `Parley-Delivery`: the same for each try, another one after a replay. */
  deliveryId: Scalars['ID']['output'];
  /** Why it counts as failed; null where it was delivered. */
  error?: Maybe<Scalars['String']['output']>;
  eventType: Scalars['String']['output'];
  latencyMs: Scalars['Int']['output'];
  rev: Scalars['Int']['output'];
  /** Of the answer; null where there was none. */
  status?: Maybe<Scalars['Int']['output']>;
};

export type WebhookAttemptConnection = {
  __typename?: 'WebhookAttemptConnection';
  edges: Array<WebhookAttemptEdge>;
  pageInfo: PageInfo;
};

export type WebhookAttemptEdge = {
  __typename?: 'WebhookAttemptEdge';
  cursor: Scalars['String']['output'];
  node: WebhookAttempt;
};

export type WebhookConnection = {
  __typename?: 'WebhookConnection';
  edges: Array<WebhookEdge>;
  pageInfo: PageInfo;
};

export type WebhookEdge = {
  __typename?: 'WebhookEdge';
  cursor: Scalars['String']['output'];
  node: Webhook;
};

/** Why nothing is delivered. */
export type WebhookPauseReason =
  /** Somebody has paused it. */
  | 'BY_HAND'
  /** Its endpoint failed again and again, or asked for no more (410). */
  | 'ENDPOINT_FAILED'
  /** The account of its owner was deleted. */
  | 'OWNER_DELETED'
  /** Its owner is no member any more. */
  | 'OWNER_LEFT';

/** Whether events are delivered. */
export type WebhookState =
  /** Each event is delivered as it comes. */
  | 'ACTIVE'
  /** Paused by itself, since its endpoint failed again and again. `resumeWebhook` goes on where it stood. */
  | 'FAILING'
  /** Nothing is delivered: someone paused it, or its owner is no member any more. */
  | 'PAUSED';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Conversation: Conversation;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddMembersInput: AddMembersInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddMembersPayload: ResolverTypeWrapper<Omit<AddMembersPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  Availability: Availability;
  Ban: ResolverTypeWrapper<MemberView>;
  BanConnection: ResolverTypeWrapper<Omit<BanConnection, 'edges'> & { edges: Array<ResolversTypes['BanEdge']> }>;
  BanEdge: ResolverTypeWrapper<Omit<BanEdge, 'node'> & { node: ResolversTypes['Ban'] }>;
  BanMemberInput: BanMemberInput;
  BanMemberPayload: ResolverTypeWrapper<Omit<BanMemberPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  ChangeAvatarInput: ChangeAvatarInput;
  ChangeAvatarPayload: ResolverTypeWrapper<Omit<ChangeAvatarPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  ChangeRoleInput: ChangeRoleInput;
  ChangeRolePayload: ResolverTypeWrapper<Omit<ChangeRolePayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  ChangeTopicInput: ChangeTopicInput;
  ChangeTopicPayload: ResolverTypeWrapper<Omit<ChangeTopicPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  Channel: ResolverTypeWrapper<ChannelListing>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ChannelConnection: ResolverTypeWrapper<Omit<ChannelConnection, 'edges'> & { edges: Array<ResolversTypes['ChannelEdge']> }>;
  ChannelEdge: ResolverTypeWrapper<Omit<ChannelEdge, 'node'> & { node: ResolversTypes['Channel'] }>;
  ClearHistoryInput: ClearHistoryInput;
  ClearHistoryPayload: ResolverTypeWrapper<Omit<ClearHistoryPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  Conversation: ResolverTypeWrapper<ConversationView>;
  ConversationConnection: ResolverTypeWrapper<Omit<ConversationConnection, 'edges'> & { edges: Array<ResolversTypes['ConversationEdge']> }>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationKind: ConversationKind;
  ConversationSettings: ResolverTypeWrapper<ConversationSettings>;
  CreateChannelInput: CreateChannelInput;
  CreateChannelPayload: ResolverTypeWrapper<Omit<CreateChannelPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  CreateGroupInput: CreateGroupInput;
  CreateGroupPayload: ResolverTypeWrapper<Omit<CreateGroupPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  CreateIncomingWebhookInput: CreateIncomingWebhookInput;
  CreateIncomingWebhookPayload: ResolverTypeWrapper<Omit<CreateIncomingWebhookPayload, 'incomingWebhook'> & { incomingWebhook: ResolversTypes['IncomingWebhook'] }>;
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: ResolverTypeWrapper<Omit<CreateInvitePayload, 'invite'> & { invite: ResolversTypes['Invite'] }>;
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: ResolverTypeWrapper<Omit<CreateWebhookPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteIncomingWebhookInput: DeleteIncomingWebhookInput;
  DeleteIncomingWebhookPayload: ResolverTypeWrapper<DeleteIncomingWebhookPayload>;
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: ResolverTypeWrapper<DeleteWebhookPayload>;
  Draft: ResolverTypeWrapper<DraftRow>;
  EndMembershipsInput: EndMembershipsInput;
  EndMembershipsPayload: ResolverTypeWrapper<EndMembershipsPayload>;
  InboxConnection: ResolverTypeWrapper<Omit<InboxConnection, 'edges'> & { edges: Array<ResolversTypes['ConversationEdge']> }>;
  InboxFilter: InboxFilter;
  IncomingWebhook: ResolverTypeWrapper<IncomingWebhookRow>;
  IncomingWebhookConnection: ResolverTypeWrapper<Omit<IncomingWebhookConnection, 'edges'> & { edges: Array<ResolversTypes['IncomingWebhookEdge']> }>;
  IncomingWebhookEdge: ResolverTypeWrapper<Omit<IncomingWebhookEdge, 'node'> & { node: ResolversTypes['IncomingWebhook'] }>;
  Invite: ResolverTypeWrapper<InviteRow>;
  InviteConnection: ResolverTypeWrapper<Omit<InviteConnection, 'edges'> & { edges: Array<ResolversTypes['InviteEdge']> }>;
  InviteEdge: ResolverTypeWrapper<Omit<InviteEdge, 'node'> & { node: ResolversTypes['Invite'] }>;
  InvitePreview: ResolverTypeWrapper<InvitePreview>;
  JoinChannelInput: JoinChannelInput;
  JoinChannelPayload: ResolverTypeWrapper<Omit<JoinChannelPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  JoinConversationInput: JoinConversationInput;
  JoinConversationPayload: ResolverTypeWrapper<Omit<JoinConversationPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  LeaveConversationInput: LeaveConversationInput;
  LeaveConversationPayload: ResolverTypeWrapper<LeaveConversationPayload>;
  MarkDeliveredInput: MarkDeliveredInput;
  MarkDeliveredPayload: ResolverTypeWrapper<Omit<MarkDeliveredPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  MarkReadInput: MarkReadInput;
  MarkReadPayload: ResolverTypeWrapper<Omit<MarkReadPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  Member: ResolverTypeWrapper<MemberView>;
  MemberConnection: ResolverTypeWrapper<Omit<MemberConnection, 'edges'> & { edges: Array<ResolversTypes['MemberEdge']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  MemberRole: MemberRole;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotificationLevel: NotificationLevel;
  OpenDirectConversationInput: OpenDirectConversationInput;
  OpenDirectConversationPayload: ResolverTypeWrapper<Omit<OpenDirectConversationPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseWebhookInput: PauseWebhookInput;
  PauseWebhookPayload: ResolverTypeWrapper<Omit<PauseWebhookPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  Presence: ResolverTypeWrapper<Presence>;
  PresenceChange: ResolverTypeWrapper<PresenceChange>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceiptChange: ResolverTypeWrapper<Omit<ReceiptChange, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberPayload: ResolverTypeWrapper<Omit<RemoveMemberPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  RenameConversationInput: RenameConversationInput;
  RenameConversationPayload: ResolverTypeWrapper<Omit<RenameConversationPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  ReplayWebhookInput: ReplayWebhookInput;
  ReplayWebhookPayload: ResolverTypeWrapper<Omit<ReplayWebhookPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  ResumeWebhookInput: ResumeWebhookInput;
  ResumeWebhookPayload: ResolverTypeWrapper<Omit<ResumeWebhookPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  RevokeInviteInput: RevokeInviteInput;
  RevokeInvitePayload: ResolverTypeWrapper<RevokeInvitePayload>;
  RotateIncomingWebhookSecretInput: RotateIncomingWebhookSecretInput;
  RotateIncomingWebhookSecretPayload: ResolverTypeWrapper<Omit<RotateIncomingWebhookSecretPayload, 'incomingWebhook'> & { incomingWebhook: ResolversTypes['IncomingWebhook'] }>;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: ResolverTypeWrapper<Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  SaveDraftInput: SaveDraftInput;
  SaveDraftPayload: ResolverTypeWrapper<Omit<SaveDraftPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  SetDirectBlockInput: SetDirectBlockInput;
  SetDirectBlockPayload: ResolverTypeWrapper<SetDirectBlockPayload>;
  SetTypingInput: SetTypingInput;
  SetTypingPayload: ResolverTypeWrapper<SetTypingPayload>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TransferOwnershipInput: TransferOwnershipInput;
  TransferOwnershipPayload: ResolverTypeWrapper<Omit<TransferOwnershipPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  TypingChange: ResolverTypeWrapper<Omit<TypingChange, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  UnbanMemberInput: UnbanMemberInput;
  UnbanMemberPayload: ResolverTypeWrapper<Omit<UnbanMemberPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  UpdateConversationSettingsInput: UpdateConversationSettingsInput;
  UpdateConversationSettingsPayload: ResolverTypeWrapper<Omit<UpdateConversationSettingsPayload, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  UpdateWebhookInput: UpdateWebhookInput;
  UpdateWebhookPayload: ResolverTypeWrapper<Omit<UpdateWebhookPayload, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  User: ResolverTypeWrapper<User>;
  Webhook: ResolverTypeWrapper<WebhookView>;
  WebhookAttempt: ResolverTypeWrapper<AttemptRow>;
  WebhookAttemptConnection: ResolverTypeWrapper<Omit<WebhookAttemptConnection, 'edges'> & { edges: Array<ResolversTypes['WebhookAttemptEdge']> }>;
  WebhookAttemptEdge: ResolverTypeWrapper<Omit<WebhookAttemptEdge, 'node'> & { node: ResolversTypes['WebhookAttempt'] }>;
  WebhookConnection: ResolverTypeWrapper<Omit<WebhookConnection, 'edges'> & { edges: Array<ResolversTypes['WebhookEdge']> }>;
  WebhookEdge: ResolverTypeWrapper<Omit<WebhookEdge, 'node'> & { node: ResolversTypes['Webhook'] }>;
  WebhookPauseReason: WebhookPauseReason;
  WebhookState: WebhookState;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddMembersInput: AddMembersInput;
  ID: Scalars['ID']['output'];
  AddMembersPayload: Omit<AddMembersPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  Ban: MemberView;
  BanConnection: Omit<BanConnection, 'edges'> & { edges: Array<ResolversParentTypes['BanEdge']> };
  BanEdge: Omit<BanEdge, 'node'> & { node: ResolversParentTypes['Ban'] };
  BanMemberInput: BanMemberInput;
  BanMemberPayload: Omit<BanMemberPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  ChangeAvatarInput: ChangeAvatarInput;
  ChangeAvatarPayload: Omit<ChangeAvatarPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  ChangeRoleInput: ChangeRoleInput;
  ChangeRolePayload: Omit<ChangeRolePayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  ChangeTopicInput: ChangeTopicInput;
  ChangeTopicPayload: Omit<ChangeTopicPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  Channel: ChannelListing;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  ChannelConnection: Omit<ChannelConnection, 'edges'> & { edges: Array<ResolversParentTypes['ChannelEdge']> };
  ChannelEdge: Omit<ChannelEdge, 'node'> & { node: ResolversParentTypes['Channel'] };
  ClearHistoryInput: ClearHistoryInput;
  ClearHistoryPayload: Omit<ClearHistoryPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  Conversation: ConversationView;
  ConversationConnection: Omit<ConversationConnection, 'edges'> & { edges: Array<ResolversParentTypes['ConversationEdge']> };
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationSettings: ConversationSettings;
  CreateChannelInput: CreateChannelInput;
  CreateChannelPayload: Omit<CreateChannelPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  CreateGroupInput: CreateGroupInput;
  CreateGroupPayload: Omit<CreateGroupPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  CreateIncomingWebhookInput: CreateIncomingWebhookInput;
  CreateIncomingWebhookPayload: Omit<CreateIncomingWebhookPayload, 'incomingWebhook'> & { incomingWebhook: ResolversParentTypes['IncomingWebhook'] };
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: Omit<CreateInvitePayload, 'invite'> & { invite: ResolversParentTypes['Invite'] };
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: Omit<CreateWebhookPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  DateTime: Scalars['DateTime']['output'];
  DeleteIncomingWebhookInput: DeleteIncomingWebhookInput;
  DeleteIncomingWebhookPayload: DeleteIncomingWebhookPayload;
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: DeleteWebhookPayload;
  Draft: DraftRow;
  EndMembershipsInput: EndMembershipsInput;
  EndMembershipsPayload: EndMembershipsPayload;
  InboxConnection: Omit<InboxConnection, 'edges'> & { edges: Array<ResolversParentTypes['ConversationEdge']> };
  IncomingWebhook: IncomingWebhookRow;
  IncomingWebhookConnection: Omit<IncomingWebhookConnection, 'edges'> & { edges: Array<ResolversParentTypes['IncomingWebhookEdge']> };
  IncomingWebhookEdge: Omit<IncomingWebhookEdge, 'node'> & { node: ResolversParentTypes['IncomingWebhook'] };
  Invite: InviteRow;
  InviteConnection: Omit<InviteConnection, 'edges'> & { edges: Array<ResolversParentTypes['InviteEdge']> };
  InviteEdge: Omit<InviteEdge, 'node'> & { node: ResolversParentTypes['Invite'] };
  InvitePreview: InvitePreview;
  JoinChannelInput: JoinChannelInput;
  JoinChannelPayload: Omit<JoinChannelPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  JoinConversationInput: JoinConversationInput;
  JoinConversationPayload: Omit<JoinConversationPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  LeaveConversationInput: LeaveConversationInput;
  LeaveConversationPayload: LeaveConversationPayload;
  MarkDeliveredInput: MarkDeliveredInput;
  MarkDeliveredPayload: Omit<MarkDeliveredPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  MarkReadInput: MarkReadInput;
  MarkReadPayload: Omit<MarkReadPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  Member: MemberView;
  MemberConnection: Omit<MemberConnection, 'edges'> & { edges: Array<ResolversParentTypes['MemberEdge']> };
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  Mutation: Record<PropertyKey, never>;
  OpenDirectConversationInput: OpenDirectConversationInput;
  OpenDirectConversationPayload: Omit<OpenDirectConversationPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  PageInfo: PageInfo;
  PauseWebhookInput: PauseWebhookInput;
  PauseWebhookPayload: Omit<PauseWebhookPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  Presence: Presence;
  PresenceChange: PresenceChange;
  Query: Record<PropertyKey, never>;
  ReceiptChange: Omit<ReceiptChange, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberPayload: Omit<RemoveMemberPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  RenameConversationInput: RenameConversationInput;
  RenameConversationPayload: Omit<RenameConversationPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  ReplayWebhookInput: ReplayWebhookInput;
  ReplayWebhookPayload: Omit<ReplayWebhookPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  ResumeWebhookInput: ResumeWebhookInput;
  ResumeWebhookPayload: Omit<ResumeWebhookPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  RevokeInviteInput: RevokeInviteInput;
  RevokeInvitePayload: RevokeInvitePayload;
  RotateIncomingWebhookSecretInput: RotateIncomingWebhookSecretInput;
  RotateIncomingWebhookSecretPayload: Omit<RotateIncomingWebhookSecretPayload, 'incomingWebhook'> & { incomingWebhook: ResolversParentTypes['IncomingWebhook'] };
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  SaveDraftInput: SaveDraftInput;
  SaveDraftPayload: Omit<SaveDraftPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  SetDirectBlockInput: SetDirectBlockInput;
  SetDirectBlockPayload: SetDirectBlockPayload;
  SetTypingInput: SetTypingInput;
  SetTypingPayload: SetTypingPayload;
  Subscription: Record<PropertyKey, never>;
  TransferOwnershipInput: TransferOwnershipInput;
  TransferOwnershipPayload: Omit<TransferOwnershipPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  TypingChange: Omit<TypingChange, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  UnbanMemberInput: UnbanMemberInput;
  UnbanMemberPayload: Omit<UnbanMemberPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  UpdateConversationSettingsInput: UpdateConversationSettingsInput;
  UpdateConversationSettingsPayload: Omit<UpdateConversationSettingsPayload, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  UpdateWebhookInput: UpdateWebhookInput;
  UpdateWebhookPayload: Omit<UpdateWebhookPayload, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  User: User | FederationReferenceTypes['User'];
  Webhook: WebhookView;
  WebhookAttempt: AttemptRow;
  WebhookAttemptConnection: Omit<WebhookAttemptConnection, 'edges'> & { edges: Array<ResolversParentTypes['WebhookAttemptEdge']> };
  WebhookAttemptEdge: Omit<WebhookAttemptEdge, 'node'> & { node: ResolversParentTypes['WebhookAttempt'] };
  WebhookConnection: Omit<WebhookConnection, 'edges'> & { edges: Array<ResolversParentTypes['WebhookEdge']> };
  WebhookEdge: Omit<WebhookEdge, 'node'> & { node: ResolversParentTypes['Webhook'] };
  String: Scalars['String']['output'];
};

export type ApiKeyScopeDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ApiKeyScopeDirectiveResolver<Result, Parent, ContextType = Context, Args = ApiKeyScopeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveStateDirectiveArgs = {
  topic: Scalars['String']['input'];
};

export type LiveStateDirectiveResolver<Result, Parent, ContextType = Context, Args = LiveStateDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerIndependentDirectiveArgs = { };

export type ViewerIndependentDirectiveResolver<Result, Parent, ContextType = Context, Args = ViewerIndependentDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddMembersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddMembersPayload'] = ResolversParentTypes['AddMembersPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type BanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ban'] = ResolversParentTypes['Ban']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type BanConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BanConnection'] = ResolversParentTypes['BanConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BanEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BanEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BanEdge'] = ResolversParentTypes['BanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Ban'], ParentType, ContextType>;
};

export type BanMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BanMemberPayload'] = ResolversParentTypes['BanMemberPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ChangeAvatarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeAvatarPayload'] = ResolversParentTypes['ChangeAvatarPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ChangeRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeRolePayload'] = ResolversParentTypes['ChangeRolePayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ChangeTopicPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeTopicPayload'] = ResolversParentTypes['ChangeTopicPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  announcement?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChannelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelConnection'] = ResolversParentTypes['ChannelConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChannelEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChannelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelEdge'] = ResolversParentTypes['ChannelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type ClearHistoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClearHistoryPayload'] = ResolversParentTypes['ClearHistoryPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bans?: Resolver<Maybe<ResolversTypes['BanConnection']>, ParentType, ContextType, Partial<ConversationBansArgs>>;
  clearedSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incomingWebhooks?: Resolver<Maybe<ResolversTypes['IncomingWebhookConnection']>, ParentType, ContextType, Partial<ConversationIncomingWebhooksArgs>>;
  invites?: Resolver<Maybe<ResolversTypes['InviteConnection']>, ParentType, ContextType, Partial<ConversationInvitesArgs>>;
  kind?: Resolver<ResolversTypes['ConversationKind'], ParentType, ContextType>;
  lastActivityAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, Partial<ConversationMembersArgs>>;
  mentionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mentionSeqs?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seenBy?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, RequireFields<ConversationSeenByArgs, 'seq'>>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unreadAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerDraft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType>;
  viewerMayWrite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerMember?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  viewerSettings?: Resolver<ResolversTypes['ConversationSettings'], ParentType, ContextType>;
  webhooks?: Resolver<Maybe<ResolversTypes['WebhookConnection']>, ParentType, ContextType, Partial<ConversationWebhooksArgs>>;
};

export type ConversationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationSettings'] = ResolversParentTypes['ConversationSettings']> = {
  archived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  markedUnread?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mutedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  notificationLevel?: Resolver<ResolversTypes['NotificationLevel'], ParentType, ContextType>;
  pinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateChannelPayload'] = ResolversParentTypes['CreateChannelPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type CreateGroupPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateGroupPayload'] = ResolversParentTypes['CreateGroupPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type CreateIncomingWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateIncomingWebhookPayload'] = ResolversParentTypes['CreateIncomingWebhookPayload']> = {
  incomingWebhook?: Resolver<ResolversTypes['IncomingWebhook'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateInvitePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateInvitePayload'] = ResolversParentTypes['CreateInvitePayload']> = {
  invite?: Resolver<ResolversTypes['Invite'], ParentType, ContextType>;
};

export type CreateWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWebhookPayload'] = ResolversParentTypes['CreateWebhookPayload']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteIncomingWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteIncomingWebhookPayload'] = ResolversParentTypes['DeleteIncomingWebhookPayload']> = {
  incomingWebhookId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteWebhookPayload'] = ResolversParentTypes['DeleteWebhookPayload']> = {
  webhookId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Draft'] = ResolversParentTypes['Draft']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type EndMembershipsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndMembershipsPayload'] = ResolversParentTypes['EndMembershipsPayload']> = {
  last?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type InboxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxConnection'] = ResolversParentTypes['InboxConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IncomingWebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncomingWebhook'] = ResolversParentTypes['IncomingWebhook']> = {
  bot?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IncomingWebhookConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncomingWebhookConnection'] = ResolversParentTypes['IncomingWebhookConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IncomingWebhookEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IncomingWebhookEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncomingWebhookEdge'] = ResolversParentTypes['IncomingWebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IncomingWebhook'], ParentType, ContextType>;
};

export type InviteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Invite'] = ResolversParentTypes['Invite']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['MemberRole'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InviteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InviteConnection'] = ResolversParentTypes['InviteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InviteEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InviteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InviteEdge'] = ResolversParentTypes['InviteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invite'], ParentType, ContextType>;
};

export type InvitePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvitePreview'] = ResolversParentTypes['InvitePreview']> = {
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JoinChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JoinChannelPayload'] = ResolversParentTypes['JoinChannelPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type JoinConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JoinConversationPayload'] = ResolversParentTypes['JoinConversationPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type LeaveConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaveConversationPayload'] = ResolversParentTypes['LeaveConversationPayload']> = {
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MarkDeliveredPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkDeliveredPayload'] = ResolversParentTypes['MarkDeliveredPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type MarkReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkReadPayload'] = ResolversParentTypes['MarkReadPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  deliveredSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['MemberRole'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addMembers?: Resolver<ResolversTypes['AddMembersPayload'], ParentType, ContextType, RequireFields<MutationAddMembersArgs, 'input'>>;
  banMember?: Resolver<ResolversTypes['BanMemberPayload'], ParentType, ContextType, RequireFields<MutationBanMemberArgs, 'input'>>;
  changeAvatar?: Resolver<ResolversTypes['ChangeAvatarPayload'], ParentType, ContextType, RequireFields<MutationChangeAvatarArgs, 'input'>>;
  changeRole?: Resolver<ResolversTypes['ChangeRolePayload'], ParentType, ContextType, RequireFields<MutationChangeRoleArgs, 'input'>>;
  changeTopic?: Resolver<ResolversTypes['ChangeTopicPayload'], ParentType, ContextType, RequireFields<MutationChangeTopicArgs, 'input'>>;
  clearHistory?: Resolver<ResolversTypes['ClearHistoryPayload'], ParentType, ContextType, RequireFields<MutationClearHistoryArgs, 'input'>>;
  createChannel?: Resolver<ResolversTypes['CreateChannelPayload'], ParentType, ContextType, RequireFields<MutationCreateChannelArgs, 'input'>>;
  createGroup?: Resolver<ResolversTypes['CreateGroupPayload'], ParentType, ContextType, RequireFields<MutationCreateGroupArgs, 'input'>>;
  createIncomingWebhook?: Resolver<ResolversTypes['CreateIncomingWebhookPayload'], ParentType, ContextType, RequireFields<MutationCreateIncomingWebhookArgs, 'input'>>;
  createInvite?: Resolver<ResolversTypes['CreateInvitePayload'], ParentType, ContextType, RequireFields<MutationCreateInviteArgs, 'input'>>;
  createWebhook?: Resolver<ResolversTypes['CreateWebhookPayload'], ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  deleteIncomingWebhook?: Resolver<ResolversTypes['DeleteIncomingWebhookPayload'], ParentType, ContextType, RequireFields<MutationDeleteIncomingWebhookArgs, 'input'>>;
  deleteWebhook?: Resolver<ResolversTypes['DeleteWebhookPayload'], ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'input'>>;
  endMemberships?: Resolver<ResolversTypes['EndMembershipsPayload'], ParentType, ContextType, RequireFields<MutationEndMembershipsArgs, 'input'>>;
  joinChannel?: Resolver<ResolversTypes['JoinChannelPayload'], ParentType, ContextType, RequireFields<MutationJoinChannelArgs, 'input'>>;
  joinConversation?: Resolver<ResolversTypes['JoinConversationPayload'], ParentType, ContextType, RequireFields<MutationJoinConversationArgs, 'input'>>;
  leaveConversation?: Resolver<ResolversTypes['LeaveConversationPayload'], ParentType, ContextType, RequireFields<MutationLeaveConversationArgs, 'input'>>;
  markDelivered?: Resolver<ResolversTypes['MarkDeliveredPayload'], ParentType, ContextType, RequireFields<MutationMarkDeliveredArgs, 'input'>>;
  markRead?: Resolver<ResolversTypes['MarkReadPayload'], ParentType, ContextType, RequireFields<MutationMarkReadArgs, 'input'>>;
  openDirectConversation?: Resolver<ResolversTypes['OpenDirectConversationPayload'], ParentType, ContextType, RequireFields<MutationOpenDirectConversationArgs, 'input'>>;
  pauseWebhook?: Resolver<ResolversTypes['PauseWebhookPayload'], ParentType, ContextType, RequireFields<MutationPauseWebhookArgs, 'input'>>;
  removeMember?: Resolver<ResolversTypes['RemoveMemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  renameConversation?: Resolver<ResolversTypes['RenameConversationPayload'], ParentType, ContextType, RequireFields<MutationRenameConversationArgs, 'input'>>;
  replayWebhook?: Resolver<ResolversTypes['ReplayWebhookPayload'], ParentType, ContextType, RequireFields<MutationReplayWebhookArgs, 'input'>>;
  resumeWebhook?: Resolver<ResolversTypes['ResumeWebhookPayload'], ParentType, ContextType, RequireFields<MutationResumeWebhookArgs, 'input'>>;
  revokeInvite?: Resolver<ResolversTypes['RevokeInvitePayload'], ParentType, ContextType, RequireFields<MutationRevokeInviteArgs, 'input'>>;
  rotateIncomingWebhookSecret?: Resolver<ResolversTypes['RotateIncomingWebhookSecretPayload'], ParentType, ContextType, RequireFields<MutationRotateIncomingWebhookSecretArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['RotateWebhookSecretPayload'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  saveDraft?: Resolver<ResolversTypes['SaveDraftPayload'], ParentType, ContextType, RequireFields<MutationSaveDraftArgs, 'input'>>;
  setDirectBlock?: Resolver<ResolversTypes['SetDirectBlockPayload'], ParentType, ContextType, RequireFields<MutationSetDirectBlockArgs, 'input'>>;
  setTyping?: Resolver<ResolversTypes['SetTypingPayload'], ParentType, ContextType, RequireFields<MutationSetTypingArgs, 'input'>>;
  transferOwnership?: Resolver<ResolversTypes['TransferOwnershipPayload'], ParentType, ContextType, RequireFields<MutationTransferOwnershipArgs, 'input'>>;
  unbanMember?: Resolver<ResolversTypes['UnbanMemberPayload'], ParentType, ContextType, RequireFields<MutationUnbanMemberArgs, 'input'>>;
  updateConversationSettings?: Resolver<ResolversTypes['UpdateConversationSettingsPayload'], ParentType, ContextType, RequireFields<MutationUpdateConversationSettingsArgs, 'input'>>;
  updateWebhook?: Resolver<ResolversTypes['UpdateWebhookPayload'], ParentType, ContextType, RequireFields<MutationUpdateWebhookArgs, 'input'>>;
};

export type OpenDirectConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenDirectConversationPayload'] = ResolversParentTypes['OpenDirectConversationPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PauseWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseWebhookPayload'] = ResolversParentTypes['PauseWebhookPayload']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type PresenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Presence'] = ResolversParentTypes['Presence']> = {
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PresenceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PresenceChange'] = ResolversParentTypes['PresenceChange']> = {
  presence?: Resolver<Maybe<ResolversTypes['Presence']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  channels?: Resolver<ResolversTypes['ChannelConnection'], ParentType, ContextType, Partial<QueryChannelsArgs>>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, Partial<QueryConversationsArgs>>;
  inbox?: Resolver<ResolversTypes['InboxConnection'], ParentType, ContextType, RequireFields<QueryInboxArgs, 'filter'>>;
  invite?: Resolver<ResolversTypes['InvitePreview'], ParentType, ContextType, RequireFields<QueryInviteArgs, 'code'>>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'id'>>;
};

export type ReceiptChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiptChange'] = ResolversParentTypes['ReceiptChange']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  deliveredSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type RemoveMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberPayload'] = ResolversParentTypes['RemoveMemberPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type RenameConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameConversationPayload'] = ResolversParentTypes['RenameConversationPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ReplayWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookPayload'] = ResolversParentTypes['ReplayWebhookPayload']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type ResumeWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeWebhookPayload'] = ResolversParentTypes['ResumeWebhookPayload']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type RevokeInvitePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeInvitePayload'] = ResolversParentTypes['RevokeInvitePayload']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RotateIncomingWebhookSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateIncomingWebhookSecretPayload'] = ResolversParentTypes['RotateIncomingWebhookSecretPayload']> = {
  incomingWebhook?: Resolver<ResolversTypes['IncomingWebhook'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RotateWebhookSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretPayload'] = ResolversParentTypes['RotateWebhookSecretPayload']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type SaveDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveDraftPayload'] = ResolversParentTypes['SaveDraftPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type SetDirectBlockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetDirectBlockPayload'] = ResolversParentTypes['SetDirectBlockPayload']> = {
  blocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SetTypingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTypingPayload'] = ResolversParentTypes['SetTypingPayload']> = {
  isTyping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  presenceChanged?: SubscriptionResolver<ResolversTypes['PresenceChange'], "presenceChanged", ParentType, ContextType, RequireFields<SubscriptionPresenceChangedArgs, 'userIds'>>;
  receiptChanged?: SubscriptionResolver<ResolversTypes['ReceiptChange'], "receiptChanged", ParentType, ContextType, RequireFields<SubscriptionReceiptChangedArgs, 'conversationId'>>;
  typing?: SubscriptionResolver<ResolversTypes['TypingChange'], "typing", ParentType, ContextType, RequireFields<SubscriptionTypingArgs, 'conversationId'>>;
};

export type TransferOwnershipPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOwnershipPayload'] = ResolversParentTypes['TransferOwnershipPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type TypingChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypingChange'] = ResolversParentTypes['TypingChange']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  isTyping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UnbanMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnbanMemberPayload'] = ResolversParentTypes['UnbanMemberPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type UpdateConversationSettingsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateConversationSettingsPayload'] = ResolversParentTypes['UpdateConversationSettingsPayload']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type UpdateWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateWebhookPayload'] = ResolversParentTypes['UpdateWebhookPayload']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presence?: Resolver<Maybe<ResolversTypes['Presence']>, ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  attempts?: Resolver<ResolversTypes['WebhookAttemptConnection'], ParentType, ContextType, Partial<WebhookAttemptsArgs>>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredRev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventTypes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  pauseReason?: Resolver<Maybe<ResolversTypes['WebhookPauseReason']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latencyMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookAttemptConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookAttemptConnection'] = ResolversParentTypes['WebhookAttemptConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookAttemptEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookAttemptEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookAttemptEdge'] = ResolversParentTypes['WebhookAttemptEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookAttempt'], ParentType, ContextType>;
};

export type WebhookConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookConnection'] = ResolversParentTypes['WebhookConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEdge'] = ResolversParentTypes['WebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddMembersPayload?: AddMembersPayloadResolvers<ContextType>;
  Ban?: BanResolvers<ContextType>;
  BanConnection?: BanConnectionResolvers<ContextType>;
  BanEdge?: BanEdgeResolvers<ContextType>;
  BanMemberPayload?: BanMemberPayloadResolvers<ContextType>;
  ChangeAvatarPayload?: ChangeAvatarPayloadResolvers<ContextType>;
  ChangeRolePayload?: ChangeRolePayloadResolvers<ContextType>;
  ChangeTopicPayload?: ChangeTopicPayloadResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ChannelConnection?: ChannelConnectionResolvers<ContextType>;
  ChannelEdge?: ChannelEdgeResolvers<ContextType>;
  ClearHistoryPayload?: ClearHistoryPayloadResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationSettings?: ConversationSettingsResolvers<ContextType>;
  CreateChannelPayload?: CreateChannelPayloadResolvers<ContextType>;
  CreateGroupPayload?: CreateGroupPayloadResolvers<ContextType>;
  CreateIncomingWebhookPayload?: CreateIncomingWebhookPayloadResolvers<ContextType>;
  CreateInvitePayload?: CreateInvitePayloadResolvers<ContextType>;
  CreateWebhookPayload?: CreateWebhookPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteIncomingWebhookPayload?: DeleteIncomingWebhookPayloadResolvers<ContextType>;
  DeleteWebhookPayload?: DeleteWebhookPayloadResolvers<ContextType>;
  Draft?: DraftResolvers<ContextType>;
  EndMembershipsPayload?: EndMembershipsPayloadResolvers<ContextType>;
  InboxConnection?: InboxConnectionResolvers<ContextType>;
  IncomingWebhook?: IncomingWebhookResolvers<ContextType>;
  IncomingWebhookConnection?: IncomingWebhookConnectionResolvers<ContextType>;
  IncomingWebhookEdge?: IncomingWebhookEdgeResolvers<ContextType>;
  Invite?: InviteResolvers<ContextType>;
  InviteConnection?: InviteConnectionResolvers<ContextType>;
  InviteEdge?: InviteEdgeResolvers<ContextType>;
  InvitePreview?: InvitePreviewResolvers<ContextType>;
  JoinChannelPayload?: JoinChannelPayloadResolvers<ContextType>;
  JoinConversationPayload?: JoinConversationPayloadResolvers<ContextType>;
  LeaveConversationPayload?: LeaveConversationPayloadResolvers<ContextType>;
  MarkDeliveredPayload?: MarkDeliveredPayloadResolvers<ContextType>;
  MarkReadPayload?: MarkReadPayloadResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OpenDirectConversationPayload?: OpenDirectConversationPayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PauseWebhookPayload?: PauseWebhookPayloadResolvers<ContextType>;
  Presence?: PresenceResolvers<ContextType>;
  PresenceChange?: PresenceChangeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReceiptChange?: ReceiptChangeResolvers<ContextType>;
  RemoveMemberPayload?: RemoveMemberPayloadResolvers<ContextType>;
  RenameConversationPayload?: RenameConversationPayloadResolvers<ContextType>;
  ReplayWebhookPayload?: ReplayWebhookPayloadResolvers<ContextType>;
  ResumeWebhookPayload?: ResumeWebhookPayloadResolvers<ContextType>;
  RevokeInvitePayload?: RevokeInvitePayloadResolvers<ContextType>;
  RotateIncomingWebhookSecretPayload?: RotateIncomingWebhookSecretPayloadResolvers<ContextType>;
  RotateWebhookSecretPayload?: RotateWebhookSecretPayloadResolvers<ContextType>;
  SaveDraftPayload?: SaveDraftPayloadResolvers<ContextType>;
  SetDirectBlockPayload?: SetDirectBlockPayloadResolvers<ContextType>;
  SetTypingPayload?: SetTypingPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TransferOwnershipPayload?: TransferOwnershipPayloadResolvers<ContextType>;
  TypingChange?: TypingChangeResolvers<ContextType>;
  UnbanMemberPayload?: UnbanMemberPayloadResolvers<ContextType>;
  UpdateConversationSettingsPayload?: UpdateConversationSettingsPayloadResolvers<ContextType>;
  UpdateWebhookPayload?: UpdateWebhookPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookAttemptConnection?: WebhookAttemptConnectionResolvers<ContextType>;
  WebhookAttemptEdge?: WebhookAttemptEdgeResolvers<ContextType>;
  WebhookConnection?: WebhookConnectionResolvers<ContextType>;
  WebhookEdge?: WebhookEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  apiKeyScope?: ApiKeyScopeDirectiveResolver<any, any, ContextType>;
  liveState?: LiveStateDirectiveResolver<any, any, ContextType>;
  viewerIndependent?: ViewerIndependentDirectiveResolver<any, any, ContextType>;
};
