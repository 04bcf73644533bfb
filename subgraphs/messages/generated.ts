import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ConversationRef, SettingsPayload, MessagePayload, AttachmentPayload, ForwardedFromPayload, PinPayload, ReactionChangedPayload, UserRef } from '../../platform/timeline/events.ts';
import type { EditRow } from './store/readEdits.ts';
import type { ReactionRow } from './store/reactions.ts';
import type { ViewedThread } from './domain/messageLoaders.ts';
import type { PinRow } from './store/pins.ts';
import type { FoundMessage } from './domain/searchMessages.ts';
import type { ScheduledRow } from './store/scheduledMessages.ts';
import type { ThumbnailOf } from './domain/files/thumbnailOf.ts';
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

/** A file of a message. It does not change. Whoever may read a message that has it may read the file; it is gone when the last one is. */
export type Attachment = {
  __typename?: 'Attachment';
  /** The media type that the sender gave. Pictures (PNG, JPEG, GIF, WebP, AVIF) begin as that type does; nothing else was looked at. */
  contentType: Scalars['String']['output'];
  height?: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  /** As its sender named it: never a path. Plain text. */
  name: Scalars['String']['output'];
  /** Bytes. */
  size: Scalars['Int']['output'];
  /**
   * Of a picture, a small one to show among messages. Null of other files, of pictures that move (show them as they are), and where
   * none could be drawn: more than 50 million pixels (AVIF: 16 million) or 64 MiB, broken, or sent before there were thumbnails.
   */
  thumbnail?: Maybe<Thumbnail>;
  /**
   * Where the bytes are, for this viewer: a path of the router. GET it without further authorization, whole or by Range; it holds for 10
   * minutes at least, then ask again. `&download=1` makes browsers save it. Keep it from others: it is as good as the viewer's word.
   * The path alone (`/files/ID`) works with an `Authorization` header.
   */
  url: Scalars['String']['output'];
  /** Pixels, as the picture is shown; null of other files, and where the picture does not say. */
  width?: Maybe<Scalars['Int']['output']>;
};

/** Its picture has changed; `avatarUrl` is null where it has none any more. */
export type AvatarChanged = ConversationEvent & InboxEvent & {
  __typename?: 'AvatarChanged';
  actor: User;
  at: Scalars['DateTime']['output'];
  avatarUrl?: Maybe<Scalars['String']['output']>;
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

export type CancelScheduledMessageInput = {
  id: Scalars['ID']['input'];
};

export type CancelScheduledMessagePayload = {
  __typename?: 'CancelScheduledMessagePayload';
  id: Scalars['ID']['output'];
};

export type Conversation = {
  __typename?: 'Conversation';
  id: Scalars['ID']['output'];
  /** The newest message; null while nothing was said. */
  lastMessage?: Maybe<Message>;
  /**
   * Messages in ascending order of `seq`. Without `fromSeq` the pages start at the ends: `first` from the oldest, `last` from
   * the newest. With `fromSeq`, `first` starts at that message and `last` ends at it. At most 100 a page, 50 of the newest unless told.
   * Messages that the viewer has deleted or cleared for themself are left out; deleted for all, they are there as tombstones.
   * `around` gives the page in whose middle that message stands, where a link to it leads: `first` or `last` says how many, and no
   * other bound may be given. From there, `startCursor` and `endCursor` lead on in both directions.
   * `from` and `to` leave what was sent at `from` or later, and before `to`: pages and page info are those of that part. By
   * `createdAt`, which is the clock of the process that stored the message, and never before that of the message before it: so
   * a part by time is a part by `seq`, without a gap. A cursor names a place for good, whatever is sent, edited or deleted since.
   * Errors: FORBIDDEN, INVALID_INPUT, NOT_FOUND (`around` names no message of this conversation).
   */
  messages: MessageConnection;
  /**
   * Pinned messages, the one pinned last first; 50 at most. All unless told.
   * Errors: FORBIDDEN, INVALID_INPUT.
   */
  pins: PinConnection;
};


export type ConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  around?: InputMaybe<Scalars['ID']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  fromSeq?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type ConversationPinsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Always the first event. */
export type ConversationCreated = ConversationEvent & InboxEvent & {
  __typename?: 'ConversationCreated';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

/** A change of a conversation. Changes are numbered by `rev` without a hole and arrive in that order, each once. */
export type ConversationEvent = {
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

/** The viewer has become a member, or has started the conversation: read it and show it. Its own events follow, from then on. */
export type ConversationJoined = InboxEvent & {
  __typename?: 'ConversationJoined';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
};

/** The viewer is no member any more: nothing more comes from this conversation. */
export type ConversationLeft = InboxEvent & {
  __typename?: 'ConversationLeft';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
};

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

export type DeleteMessageInput = {
  messageId: Scalars['ID']['input'];
};

export type DeleteMessagePayload = {
  __typename?: 'DeleteMessagePayload';
  message: Message;
};

export type DiscardUploadInput = {
  attachmentId: Scalars['ID']['input'];
};

export type DiscardUploadPayload = {
  __typename?: 'DiscardUploadPayload';
  attachmentId: Scalars['ID']['output'];
};

/** Text that is not sent yet. */
export type Draft = {
  __typename?: 'Draft';
  text: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** What the viewer has begun to write has changed; null: there is nothing any more. Told as it is now, also of a change long past. */
export type DraftChanged = InboxEvent & {
  __typename?: 'DraftChanged';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  draft?: Maybe<Draft>;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
};

export type EditMessageInput = {
  /** The `version` that the editor saw. Another one now gives VERSION_CONFLICT; without it the last edit wins. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Replaces whom the message mentions; unset, as is `mentionsEveryone`, it mentions whom it did. As for `sendMessage`; who is mentioned
   * already may stay, member or not. Those who are new are notified.
   */
  mentions?: InputMaybe<Array<Scalars['ID']['input']>>;
  mentionsEveryone?: InputMaybe<Scalars['Boolean']['input']>;
  messageId: Scalars['ID']['input'];
  /** As for `sendMessage`. */
  text: Scalars['String']['input'];
};

export type EditMessagePayload = {
  __typename?: 'EditMessagePayload';
  message: Message;
};

export type ForwardMessageInput = {
  /** As for `sendMessage`. */
  clientMessageId: Scalars['String']['input'];
  /** Where to. */
  conversationId: Scalars['ID']['input'];
  /** The message to forward. */
  messageId: Scalars['ID']['input'];
};

/** Where a forwarded text comes from: the message that it was first sent in. */
export type ForwardedFrom = {
  __typename?: 'ForwardedFrom';
  /** The message itself, for a viewer who may read it. */
  message?: Maybe<Message>;
  sender: User;
  sentAt: Scalars['DateTime']['output'];
};

/** The viewer has cleared what stands up to `clearedSeq`, on whichever device: show it no more. */
export type HistoryCleared = InboxEvent & {
  __typename?: 'HistoryCleared';
  at: Scalars['DateTime']['output'];
  clearedSeq: Scalars['Int']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  /** As in `ReadMoved`. */
  unreadAfter: Scalars['Int']['output'];
};

/**
 * A change of what the viewer's inbox shows: of one of their conversations (every ConversationEvent), or of how they keep it (the
 * other types, which nobody else gets). Each stands in a log: that of its conversation, or the viewer's own.
 */
export type InboxEvent = {
  at: Scalars['DateTime']['output'];
  /** The log that it stands in: the conversation's id, or the viewer's. */
  log: Scalars['ID']['output'];
  /** Its place there, for `inbox(after:)`: the newest one of each `log` is where you are. */
  position: Scalars['String']['output'];
};

/**
 * The viewer's own log no longer holds what came after the position asked for. Read the inbox again; the viewer's events go on
 * after this `position`.
 */
export type InboxResyncRequired = InboxEvent & {
  __typename?: 'InboxResyncRequired';
  at: Scalars['DateTime']['output'];
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
};

export type MarkThreadReadInput = {
  /** A reply. */
  messageId: Scalars['ID']['input'];
};

export type MarkThreadReadPayload = {
  __typename?: 'MarkThreadReadPayload';
  thread: Thread;
};

/** Someone joined or was added. */
export type MemberAdded = ConversationEvent & InboxEvent & {
  __typename?: 'MemberAdded';
  /** Who added them; the user themselves when they joined by a link. */
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  role: MemberRole;
  user: User;
};

/** Someone may not come back. Whoever was a member has gone with the MemberRemoved before it. */
export type MemberBanned = ConversationEvent & InboxEvent & {
  __typename?: 'MemberBanned';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  user: User;
};

/** Someone left or was removed. Their own subscriptions end with this event. */
export type MemberRemoved = ConversationEvent & InboxEvent & {
  __typename?: 'MemberRemoved';
  /** Who removed them; the user themselves when they left. */
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  user: User;
};

/** What a member may do. The whole of it is a table: docs/permissions.md. */
export type MemberRole =
  | 'ADMIN'
  | 'GUEST'
  | 'MEMBER'
  | 'OWNER';

/** Someone may come back. */
export type MemberUnbanned = ConversationEvent & InboxEvent & {
  __typename?: 'MemberUnbanned';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  user: User;
};

/** Something said in a conversation. What depends on who looks is said at the field. */
export type Message = {
  __typename?: 'Message';
  /** Files sent with it, at most 10, in the sender's order. None of a tombstone. */
  attachments: Array<Attachment>;
  /** Chosen by the client that sent it; unique per sender and conversation. */
  clientMessageId: Scalars['String']['output'];
  conversation: Conversation;
  createdAt: Scalars['DateTime']['output'];
  /** Set where the message was deleted for all, or has expired: a tombstone, whose text is gone everywhere. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who deleted it; null where it was not deleted, or expired by itself. */
  deletedBy?: Maybe<User>;
  /** When the text was last changed; null where it never was. `messageEdits` gives the earlier texts. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it deletes itself for all; null where it does not. From then on it is a tombstone, and a MessageDeleted follows. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Set where the text was forwarded. */
  forwardedFrom?: Maybe<ForwardedFrom>;
  /** The viewer has deleted or cleared it for themself. Lists leave such messages out; `lastMessage`, events and `message` still name them. */
  hiddenForMe: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** Users whom the sender mentions, at most 50. The text names them too, in words of the sender's. */
  mentions: Array<User>;
  /** The sender mentions every member. */
  mentionsEveryone: Scalars['Boolean']['output'];
  /** Null while it is not pinned. */
  pin?: Maybe<Pin>;
  /** At most 20 different emoji; the one that came first stands first. */
  reactions: Array<Reaction>;
  /** The message that this one quotes, as it is now; a tombstone where that was deleted. */
  replyTo?: Maybe<Message>;
  sender: User;
  /** Its place among the conversation's messages: 1, 2, 3, … without a hole. Final from the moment it is told. */
  seq: Scalars['Int']['output'];
  /** In Unicode NFC, as it was sent or last edited. Plain text: show it as text, never as HTML. "" where `deletedAt` is set. */
  text: Scalars['String']['output'];
  /** The thread under this message; null while nobody has answered in one. Replies have none: threads have one level. */
  thread?: Maybe<Thread>;
  /** The message whose thread this one stands in; null where it stands in none. */
  threadRoot?: Maybe<Message>;
  /** 1 when sent; each edit, and the deletion, makes it one more. Of two states of a message the higher one is newer. */
  version: Scalars['Int']['output'];
};

export type MessageConnection = {
  __typename?: 'MessageConnection';
  edges: Array<MessageEdge>;
  pageInfo: PageInfo;
};

/**
 * A message was deleted for all, or has expired. `message` is the tombstone. Forget its text, earlier texts, reactions and pin;
 * events from before carry its text no more.
 */
export type MessageDeleted = ConversationEvent & InboxEvent & {
  __typename?: 'MessageDeleted';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  message: Message;
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

export type MessageEdge = {
  __typename?: 'MessageEdge';
  cursor: Scalars['String']['output'];
  node: Message;
};

/** A text that an edit has replaced. */
export type MessageEdit = {
  __typename?: 'MessageEdit';
  text: Scalars['String']['output'];
  /** The version of the message that had this text. */
  version: Scalars['Int']['output'];
  /** When this text was written. */
  writtenAt: Scalars['DateTime']['output'];
};

export type MessageEditConnection = {
  __typename?: 'MessageEditConnection';
  edges: Array<MessageEditEdge>;
  pageInfo: PageInfo;
};

export type MessageEditEdge = {
  __typename?: 'MessageEditEdge';
  cursor: Scalars['String']['output'];
  node: MessageEdit;
};

/** The sender has changed a message's text. `message` is as it was after this change. */
export type MessageEdited = ConversationEvent & InboxEvent & {
  __typename?: 'MessageEdited';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  message: Message;
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

/** A message that was searched for. */
export type MessageMatch = {
  __typename?: 'MessageMatch';
  /** Some 240 characters around the first match, in parts that follow each other: show those with `match` as such. At most 242 parts. Plain text, never HTML. */
  excerpt: Array<TextPart>;
  message: Message;
};

export type MessageMatchConnection = {
  __typename?: 'MessageMatchConnection';
  edges: Array<MessageMatchEdge>;
  pageInfo: PageInfo;
};

export type MessageMatchEdge = {
  __typename?: 'MessageMatchEdge';
  cursor: Scalars['String']['output'];
  node: MessageMatch;
};

/** `actor` has pinned a message, at the time of this event. */
export type MessagePinned = ConversationEvent & InboxEvent & {
  __typename?: 'MessagePinned';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  message: Message;
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

/** What else must hold of a message that is searched for. */
export type MessageSearchFilter = {
  /** True: with files. False: without. */
  hasAttachment?: InputMaybe<Scalars['Boolean']['input']>;
  senderId?: InputMaybe<Scalars['ID']['input']>;
  /** Sent at this moment or later. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Sent before this moment. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Somebody has said something. */
export type MessageSent = ConversationEvent & InboxEvent & {
  __typename?: 'MessageSent';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  message: Message;
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

/** `actor` has unpinned a message. Of a pinned message that is deleted only MessageDeleted tells. */
export type MessageUnpinned = ConversationEvent & InboxEvent & {
  __typename?: 'MessageUnpinned';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  message: Message;
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Reacts to a message with one emoji. A viewer may react with several. Again is the same. Every member may, also where only owners
   * and admins write.
   * Errors: UNAUTHENTICATED, FORBIDDEN, NOT_CONTACTABLE, NOT_FOUND (it was deleted), LIMIT_EXCEEDED (20 different emoji a message),
   * INVALID_INPUT.
   */
  addReaction: ReactionPayload;
  /**
   * Takes back a message that waits, or that could not be sent. Its files wait for another message for 24 hours.
   * Errors: UNAUTHENTICATED, NOT_FOUND (none of the viewer's waits under this id; it may have been sent).
   */
  cancelScheduledMessage: CancelScheduledMessagePayload;
  /**
   * Deletes a message for all: a tombstone stays, and its text and files are gone from history, earlier texts, search and past events.
   * Copies that were forwarded stay. For the sender, and in groups for owners and admins. Again is the same.
   * Errors: UNAUTHENTICATED, FORBIDDEN.
   */
  deleteMessage: DeleteMessagePayload;
  /**
   * Deletes a message for the viewer alone: their lists and search leave it out, nobody else learns of it. Again is the same.
   * Errors: UNAUTHENTICATED, FORBIDDEN.
   */
  deleteMessageForMe: DeleteMessagePayload;
  /**
   * Takes back an upload that no message has, and its bytes.
   * Errors: UNAUTHENTICATED, NOT_FOUND (none of the viewer's waits under this id; a message may have it, or will when its time comes).
   */
  discardUpload: DiscardUploadPayload;
  /**
   * Replaces the text of a message of one's own, at any time after it was sent, at most 100 times. Others see the new text, that
   * it was edited, and the texts before. Sending the same text again changes nothing. A forwarded message cannot be edited.
   * With `expectedVersion` an edit from another device is not overwritten unseen.
   * Errors: UNAUTHENTICATED, FORBIDDEN (not the sender, or no such message for the viewer), NOT_CONTACTABLE, NOT_FOUND (it was
   * deleted), VERSION_CONFLICT, LIMIT_EXCEEDED, TEXT_TOO_LONG, INVALID_INPUT.
   */
  editMessage: EditMessagePayload;
  /**
   * Sends the text and the files of a message that the viewer may read to a conversation where they may write, with its first sender. A copy:
   * a later edit or deletion of the source does not reach it. So a message that expires cannot be forwarded. The same
   * `clientMessageId` gives the same message.
   * Errors: UNAUTHENTICATED, FORBIDDEN, NOT_CONTACTABLE, NOT_FOUND (it was deleted), IDEMPOTENCY_CONFLICT, INVALID_INPUT,
   * OVERLOADED.
   */
  forwardMessage: SendMessagePayload;
  /**
   * The viewer has read a thread up to this reply. The pointer never goes back; again is the same.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (the message is no reply of a thread).
   */
  markThreadRead: MarkThreadReadPayload;
  /**
   * Pins a message for all. For both sides of a direct conversation; elsewhere for owners and admins. Again is the same.
   * Errors: UNAUTHENTICATED, FORBIDDEN, NOT_CONTACTABLE, NOT_FOUND (it was deleted), LIMIT_EXCEEDED (50 a conversation).
   */
  pinMessage: PinMessagePayload;
  /**
   * Takes a reaction of the viewer back. One that is not there is the same.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.
   */
  removeReaction: ReactionPayload;
  /**
   * Makes room for a file, whose bytes are then PUT to `upload.url`; `sendMessage` names it by `upload.attachmentId`. Again makes room
   * again. At most 60 a minute, so many bytes within 24 hours as the operator allows (1 GiB unless told), and 100 that no message has.
   * Errors: UNAUTHENTICATED, INVALID_INPUT (name, type, size, hash), FILE_TOO_LARGE (25 MiB unless the operator says otherwise),
   * RATE_LIMITED, LIMIT_EXCEEDED.
   */
  requestUpload: RequestUploadPayload;
  /**
   * Has a message sent at a later time, as the viewer, if they may write there then. At most 100 wait for one sender in one
   * conversation. The same `clientMessageId`, with the same content and time, gives the same one back, for 7 days also when it was sent
   * meanwhile; it is also that of the message. Uploads that go with it wait for as long as it does, and no other message takes them.
   * Who has left by then is not mentioned.
   * Errors: as for `sendMessage`, LIMIT_EXCEEDED (100 wait), INVALID_INPUT (`sendAt` is past, or more than 365 days ahead).
   */
  scheduleMessage: ScheduleMessagePayload;
  /**
   * Sends a message. Answers only once the message is stored; `message.seq` is final.
   * Send again with the same `clientMessageId` after a lost answer: you get the same message, never a second one.
   * Errors: UNAUTHENTICATED, FORBIDDEN, NOT_CONTACTABLE (in a direct conversation one blocks the other), IDEMPOTENCY_CONFLICT,
   * TEXT_TOO_LONG, INVALID_INPUT, OVERLOADED, NOT_FOUND (a message answered is none of this conversation, or an attachment no unused
   * upload of the viewer's), UPLOAD_INCOMPLETE (its bytes are not there), LIMIT_EXCEEDED (mentions, attachments).
   */
  sendMessage: SendMessagePayload;
  /**
   * Takes a pin away, for whoever may pin. Of a message that is not pinned it is the same.
   * Errors: UNAUTHENTICATED, FORBIDDEN.
   */
  unpinMessage: PinMessagePayload;
};


export type MutationAddReactionArgs = {
  input: ReactionInput;
};


export type MutationCancelScheduledMessageArgs = {
  input: CancelScheduledMessageInput;
};


export type MutationDeleteMessageArgs = {
  input: DeleteMessageInput;
};


export type MutationDeleteMessageForMeArgs = {
  input: DeleteMessageInput;
};


export type MutationDiscardUploadArgs = {
  input: DiscardUploadInput;
};


export type MutationEditMessageArgs = {
  input: EditMessageInput;
};


export type MutationForwardMessageArgs = {
  input: ForwardMessageInput;
};


export type MutationMarkThreadReadArgs = {
  input: MarkThreadReadInput;
};


export type MutationPinMessageArgs = {
  input: PinMessageInput;
};


export type MutationRemoveReactionArgs = {
  input: ReactionInput;
};


export type MutationRequestUploadArgs = {
  input: RequestUploadInput;
};


export type MutationScheduleMessageArgs = {
  input: ScheduleMessageInput;
};


export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


export type MutationUnpinMessageArgs = {
  input: PinMessageInput;
};

/** What the viewer is notified of. */
export type NotificationLevel =
  | 'ALL'
  /** Where they are named, and where everyone is. */
  | 'MENTIONS'
  | 'NONE';

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A message that is held up for all members. */
export type Pin = {
  __typename?: 'Pin';
  message: Message;
  pinnedAt: Scalars['DateTime']['output'];
  pinnedBy: User;
};

export type PinConnection = {
  __typename?: 'PinConnection';
  edges: Array<PinEdge>;
  pageInfo: PageInfo;
};

export type PinEdge = {
  __typename?: 'PinEdge';
  cursor: Scalars['String']['output'];
  node: Pin;
};

export type PinMessageInput = {
  messageId: Scalars['ID']['input'];
};

export type PinMessagePayload = {
  __typename?: 'PinMessagePayload';
  message: Message;
};

export type Query = {
  __typename?: 'Query';
  /** A message in a conversation of the viewer; null when there is none. Errors: UNAUTHENTICATED. */
  message?: Maybe<Message>;
  /**
   * The texts that a message had before its edits, oldest first: 20 unless told, at most 100 a page. None of a deleted message.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.
   */
  messageEdits: MessageEditConnection;
  /**
   * The viewer's messages that wait to be sent, in one conversation or in all, the next first: 20 unless told, at most 100 a page.
   * Errors: UNAUTHENTICATED, INVALID_INPUT.
   */
  scheduledMessages: ScheduledMessageConnection;
  /**
   * Messages that hold every term of `query` (between white space; a term may stand inside a word, so languages without spaces
   * are searched too; case and width of letters do not matter, nor accents of Latin and Greek ones: `strasse` finds `Straße`, `cafe`
   * finds `Café`) in its text or in the names of its files, the newest first: 20 unless told, at most 100 a page. In one
   * conversation, or in all of which the viewer is a member. Deleted and expired messages are not found, nor what the viewer has
   * deleted for themself. A query has 1 to 100 characters and at most 10 terms; without `conversationId` one term has at least 2.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.
   */
  searchMessages: MessageMatchConnection;
};


export type QueryMessageArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMessageEditsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  messageId: Scalars['ID']['input'];
};


export type QueryScheduledMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<MessageSearchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};

/** All reactions to a message with one emoji. */
export type Reaction = {
  __typename?: 'Reaction';
  /** How many members have reacted with it. */
  count: Scalars['Int']['output'];
  emoji: Scalars['String']['output'];
  /** Whether the viewer is one of them. */
  reactedByMe: Scalars['Boolean']['output'];
  /** Who has reacted with it, the first one first: 20 unless told, at most 100 a page. Errors: FORBIDDEN, INVALID_INPUT. */
  users: ReactionUserConnection;
};


/** All reactions to a message with one emoji. */
export type ReactionUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Someone reacted to a message, or took their reaction back. */
export type ReactionChanged = ConversationEvent & InboxEvent & {
  __typename?: 'ReactionChanged';
  /** True: `user` reacted with `emoji`. False: they took it back. */
  added: Scalars['Boolean']['output'];
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  /** How many members have reacted with `emoji` after this change; 0: nobody any more. */
  count: Scalars['Int']['output'];
  emoji: Scalars['String']['output'];
  log: Scalars['ID']['output'];
  message: Message;
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  user: User;
};

export type ReactionInput = {
  /** One emoji that Unicode recommends for interchange (UTS #51): `👍`, `👍🏽`, `❤️`, `🇯🇵`, `1️⃣`. */
  emoji: Scalars['String']['input'];
  messageId: Scalars['ID']['input'];
};

export type ReactionPayload = {
  __typename?: 'ReactionPayload';
  message: Message;
};

export type ReactionUserConnection = {
  __typename?: 'ReactionUserConnection';
  edges: Array<ReactionUserEdge>;
  pageInfo: PageInfo;
};

export type ReactionUserEdge = {
  __typename?: 'ReactionUserEdge';
  cursor: Scalars['String']['output'];
  node: User;
  reactedAt: Scalars['DateTime']['output'];
};

/** The viewer has read on, on whichever device. */
export type ReadMoved = InboxEvent & {
  __typename?: 'ReadMoved';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  /** Theirs, as in `Member.readSeq`. */
  readSeq: Scalars['Int']['output'];
  /**
   * As in `Conversation.unreadAfter`: what stands up to it is not unread any more. It never goes back while they are a member, so
   * of two values the higher one counts.
   */
  unreadAfter: Scalars['Int']['output'];
};

export type RequestUploadInput = {
  /** A media type, as in `image/png`. Parameters are left out. */
  contentType: Scalars['String']['input'];
  /** 1 to 255 characters; what stands before the last slash, or turns the direction of text, is left out. Control characters are refused, and dots alone. */
  name: Scalars['String']['input'];
  /** SHA-256 of the bytes, 64 hexadecimal digits. Given, others are refused. */
  sha256?: InputMaybe<Scalars['String']['input']>;
  /** Bytes: exactly as many must come. */
  size: Scalars['Int']['input'];
};

export type RequestUploadPayload = {
  __typename?: 'RequestUploadPayload';
  upload: Upload;
};

/** The log no longer holds what came after the position asked for. Read the state again; the events go on after this `rev`. */
export type ResyncRequired = ConversationEvent & InboxEvent & {
  __typename?: 'ResyncRequired';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};

/** Ownership passed on, or a role was changed. */
export type RoleChanged = ConversationEvent & InboxEvent & {
  __typename?: 'RoleChanged';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  role: MemberRole;
  user: User;
};

/** As `SendMessageInput`, and when. */
export type ScheduleMessageInput = {
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  clientMessageId: Scalars['String']['input'];
  conversationId: Scalars['ID']['input'];
  /** Counted from when it is sent. */
  expireAfterSeconds?: InputMaybe<Scalars['Int']['input']>;
  mentions?: InputMaybe<Array<Scalars['ID']['input']>>;
  mentionsEveryone?: InputMaybe<Scalars['Boolean']['input']>;
  replyToId?: InputMaybe<Scalars['ID']['input']>;
  /** Ahead, by 365 days at most. It is sent within some seconds after this moment. */
  sendAt: Scalars['DateTime']['input'];
  text: Scalars['String']['input'];
  threadRootId?: InputMaybe<Scalars['ID']['input']>;
};

export type ScheduleMessagePayload = {
  __typename?: 'ScheduleMessagePayload';
  scheduledMessage: ScheduledMessage;
};

/** A message of the viewer's that waits to be sent. Nobody else sees it. */
export type ScheduledMessage = {
  __typename?: 'ScheduledMessage';
  /** Files that go with it, at most 10. Of one that could not be sent they wait for another message for 24 hours, and are gone then. */
  attachments: Array<Attachment>;
  clientMessageId: Scalars['String']['output'];
  conversation: Conversation;
  createdAt: Scalars['DateTime']['output'];
  /** The code of the error with which it could not be sent (FORBIDDEN: the viewer may not write there any more); null while it waits. */
  failure?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  sendAt: Scalars['DateTime']['output'];
  text: Scalars['String']['output'];
};

export type ScheduledMessageConnection = {
  __typename?: 'ScheduledMessageConnection';
  edges: Array<ScheduledMessageEdge>;
  pageInfo: PageInfo;
};

export type ScheduledMessageEdge = {
  __typename?: 'ScheduledMessageEdge';
  cursor: Scalars['String']['output'];
  node: ScheduledMessage;
};

export type SendMessageInput = {
  /** Uploads of the viewer's that no message has, at most 10 (LIMIT_EXCEEDED), each once: files that go with it, in this order. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 64 characters (letters, digits, `-`, `_`, `.`, `:`), new for each message: a UUID will do. */
  clientMessageId: Scalars['String']['input'];
  conversationId: Scalars['ID']['input'];
  /** Deletes itself for all so many seconds after it was sent: from 10 to 31,536,000 (365 days). Unset, it stays. */
  expireAfterSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Members of the conversation to mention, at most 50 (LIMIT_EXCEEDED); others are refused with INVALID_INPUT. */
  mentions?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Mentions every member. For owners and admins of a group (FORBIDDEN). */
  mentionsEveryone?: InputMaybe<Scalars['Boolean']['input']>;
  /** A message of the conversation to quote. */
  replyToId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * 1 to 10,000 characters (Unicode code points), not only white space; with attachments it may be "". Control characters other than
   * line break and tab are refused.
   */
  text: Scalars['String']['input'];
  /** Stands in the thread under this message of the conversation; of a reply, in the thread of that reply. */
  threadRootId?: InputMaybe<Scalars['ID']['input']>;
};

export type SendMessagePayload = {
  __typename?: 'SendMessagePayload';
  message: Message;
};

/** The viewer keeps the conversation differently now. */
export type SettingsChanged = InboxEvent & {
  __typename?: 'SettingsChanged';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  settings: ConversationSettings;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Every change of a conversation, in order, each once. With `after` it begins with what came after that position, without it
   * with what comes next. When the viewer's membership ends, the last event says so and the subscription ends.
   * Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (a negative `after`, or one that is ahead of the log).
   */
  conversationEvents: ConversationEvent;
  /**
   * Keeps the inbox live: every change of all conversations of the viewer, and of how they keep them, in one subscription. Those
   * of one `log` come in order, each once; those of different logs in any order.
   *
   * Read `inbox` with its `position`, then subscribe with `after: [position]`. What you then have is what reading again would give
   * (drop a ConversationEvent whose `rev` is not above the `rev` that you have of its conversation). To come back, give the
   * `position` of the inbox and the newest one of each `log` since; older ones do no harm, up to 2,000. ResyncRequired tells of a
   * conversation that is to be read again, InboxResyncRequired of the whole inbox. Without `after` it begins with what comes next.
   *
   * The 1,000 conversations in which something happened last are live. One beyond them, in which something happens again, is told
   * by a ResyncRequired within some 30 seconds, and is live from then on.
   * Errors: UNAUTHENTICATED, INVALID_INPUT (a position that is none, or ahead of its log), OVERLOADED (more than 1,200 conversations in
   * one subscription: come back with `after`), LIMIT_EXCEEDED (50 of these subscriptions at the same time).
   */
  inbox: InboxEvent;
};


export type SubscriptionConversationEventsArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  conversationId: Scalars['ID']['input'];
};


export type SubscriptionInboxArgs = {
  after?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Some text, and whether it is what was searched for. */
export type TextPart = {
  __typename?: 'TextPart';
  /** This is what was searched for. */
  match: Scalars['Boolean']['output'];
  text: Scalars['String']['output'];
};

/** The replies under a message. They are messages of the conversation like others, and stand in its history too. */
export type Thread = {
  __typename?: 'Thread';
  lastReplyAt: Scalars['DateTime']['output'];
  /** In ascending order. Arguments and what is left out are as for `Conversation.messages`; `fromSeq` is a position in the thread. */
  messages: MessageConnection;
  /** Replies that were sent, those since deleted among them. */
  replyCount: Scalars['Int']['output'];
  /**
   * Replies after the one up to which the viewer has read (`markThreadRead`), or after their own newest one, where that is later;
   * none from before they joined, and none that they have cleared.
   */
  unreadCount: Scalars['Int']['output'];
};


/** The replies under a message. They are messages of the conversation like others, and stand in its history too. */
export type ThreadMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  fromSeq?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A small still picture of a picture, made once: WebP of at most 640 x 640 pixels, in its proportions, upright, never enlarged, and without
 * what its file says of camera and place. It goes with its file.
 */
export type Thumbnail = {
  __typename?: 'Thumbnail';
  height: Scalars['Int']['output'];
  /** As `Attachment.url`: that with `&thumbnail=1`. */
  url: Scalars['String']['output'];
  /** Pixels. */
  width: Scalars['Int']['output'];
};

/** The conversation is called something else. */
export type TitleChanged = ConversationEvent & InboxEvent & {
  __typename?: 'TitleChanged';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  title: Scalars['String']['output'];
};

/** What the conversation is about has changed; `topic` is null where it says so no more. */
export type TopicChanged = ConversationEvent & InboxEvent & {
  __typename?: 'TopicChanged';
  actor: User;
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
  topic?: Maybe<Scalars['String']['output']>;
};

/** Room for a file that is to be sent. */
export type Upload = {
  __typename?: 'Upload';
  /** For `attachmentIds`, once the bytes are there. */
  attachmentId: Scalars['ID']['output'];
  /** What is in no message by then is removed. */
  expiresAt: Scalars['DateTime']['output'];
  /**
   * PUT the bytes here: a path of the router, which needs no further authorization. Answered with 200 when they are stored; after
   * anything else, or no answer, PUT them again, from the first byte. Errors: NOT_FOUND, UPLOAD_MISMATCH (other than announced),
   * UPLOAD_INCOMPLETE (it broke off), RATE_LIMITED (6 at a time), UNAVAILABLE.
   */
  url: Scalars['String']['output'];
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
};

/**
 * In a direct conversation: nobody may write any more, since one of the two blocks the other, or both may again. It changes
 * `Conversation.viewerMayWrite` of both. Who blocks whom is not told.
 */
export type WritingChanged = ConversationEvent & InboxEvent & {
  __typename?: 'WritingChanged';
  at: Scalars['DateTime']['output'];
  conversation: Conversation;
  log: Scalars['ID']['output'];
  mayWrite: Scalars['Boolean']['output'];
  position: Scalars['String']['output'];
  rev: Scalars['Int']['output'];
};



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
  Message: Message;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  ConversationEvent:
    | ( Omit<AvatarChanged, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<ConversationCreated, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<MemberAdded, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MemberBanned, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MemberRemoved, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MemberUnbanned, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MessageDeleted, 'conversation' | 'message'> & { conversation: _RefType['Conversation'], message: _RefType['Message'] } )
    | ( Omit<MessageEdited, 'conversation' | 'message'> & { conversation: _RefType['Conversation'], message: _RefType['Message'] } )
    | ( PinPayload )
    | ( Omit<MessageSent, 'conversation' | 'message'> & { conversation: _RefType['Conversation'], message: _RefType['Message'] } )
    | ( PinPayload )
    | ( ReactionChangedPayload )
    | ( Omit<ResyncRequired, 'conversation'> & { conversation: _RefType['Conversation'] } )
    | ( Omit<RoleChanged, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<TitleChanged, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<TopicChanged, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<WritingChanged, 'conversation'> & { conversation: _RefType['Conversation'] } )
  ;
  InboxEvent:
    | ( Omit<AvatarChanged, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<ConversationCreated, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<ConversationJoined, 'conversation'> & { conversation: _RefType['Conversation'] } )
    | ( Omit<ConversationLeft, 'conversation'> & { conversation: _RefType['Conversation'] } )
    | ( Omit<DraftChanged, 'conversation'> & { conversation: _RefType['Conversation'] } )
    | ( Omit<HistoryCleared, 'conversation'> & { conversation: _RefType['Conversation'] } )
    | ( InboxResyncRequired )
    | ( Omit<MemberAdded, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MemberBanned, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MemberRemoved, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MemberUnbanned, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<MessageDeleted, 'conversation' | 'message'> & { conversation: _RefType['Conversation'], message: _RefType['Message'] } )
    | ( Omit<MessageEdited, 'conversation' | 'message'> & { conversation: _RefType['Conversation'], message: _RefType['Message'] } )
    | ( PinPayload )
    | ( Omit<MessageSent, 'conversation' | 'message'> & { conversation: _RefType['Conversation'], message: _RefType['Message'] } )
    | ( PinPayload )
    | ( ReactionChangedPayload )
    | ( Omit<ReadMoved, 'conversation'> & { conversation: _RefType['Conversation'] } )
    | ( Omit<ResyncRequired, 'conversation'> & { conversation: _RefType['Conversation'] } )
    | ( Omit<RoleChanged, 'actor' | 'conversation' | 'user'> & { actor: _RefType['User'], conversation: _RefType['Conversation'], user: _RefType['User'] } )
    | ( Omit<SettingsChanged, 'conversation' | 'settings'> & { conversation: _RefType['Conversation'], settings: _RefType['ConversationSettings'] } )
    | ( Omit<TitleChanged, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<TopicChanged, 'actor' | 'conversation'> & { actor: _RefType['User'], conversation: _RefType['Conversation'] } )
    | ( Omit<WritingChanged, 'conversation'> & { conversation: _RefType['Conversation'] } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Attachment: ResolverTypeWrapper<AttachmentPayload>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AvatarChanged: ResolverTypeWrapper<Omit<AvatarChanged, 'actor' | 'conversation'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'] }>;
  CancelScheduledMessageInput: CancelScheduledMessageInput;
  CancelScheduledMessagePayload: ResolverTypeWrapper<CancelScheduledMessagePayload>;
  Conversation: ResolverTypeWrapper<ConversationRef>;
  ConversationCreated: ResolverTypeWrapper<Omit<ConversationCreated, 'actor' | 'conversation'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'] }>;
  ConversationEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['ConversationEvent']>;
  ConversationJoined: ResolverTypeWrapper<Omit<ConversationJoined, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  ConversationLeft: ResolverTypeWrapper<Omit<ConversationLeft, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  ConversationSettings: ResolverTypeWrapper<SettingsPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: ResolverTypeWrapper<Omit<DeleteMessagePayload, 'message'> & { message: ResolversTypes['Message'] }>;
  DiscardUploadInput: DiscardUploadInput;
  DiscardUploadPayload: ResolverTypeWrapper<DiscardUploadPayload>;
  Draft: ResolverTypeWrapper<Draft>;
  DraftChanged: ResolverTypeWrapper<Omit<DraftChanged, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  EditMessageInput: EditMessageInput;
  EditMessagePayload: ResolverTypeWrapper<Omit<EditMessagePayload, 'message'> & { message: ResolversTypes['Message'] }>;
  ForwardMessageInput: ForwardMessageInput;
  ForwardedFrom: ResolverTypeWrapper<ForwardedFromPayload>;
  HistoryCleared: ResolverTypeWrapper<Omit<HistoryCleared, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  InboxEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['InboxEvent']>;
  InboxResyncRequired: ResolverTypeWrapper<InboxResyncRequired>;
  MarkThreadReadInput: MarkThreadReadInput;
  MarkThreadReadPayload: ResolverTypeWrapper<Omit<MarkThreadReadPayload, 'thread'> & { thread: ResolversTypes['Thread'] }>;
  MemberAdded: ResolverTypeWrapper<Omit<MemberAdded, 'actor' | 'conversation' | 'user'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'], user: ResolversTypes['User'] }>;
  MemberBanned: ResolverTypeWrapper<Omit<MemberBanned, 'actor' | 'conversation' | 'user'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'], user: ResolversTypes['User'] }>;
  MemberRemoved: ResolverTypeWrapper<Omit<MemberRemoved, 'actor' | 'conversation' | 'user'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'], user: ResolversTypes['User'] }>;
  MemberRole: MemberRole;
  MemberUnbanned: ResolverTypeWrapper<Omit<MemberUnbanned, 'actor' | 'conversation' | 'user'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'], user: ResolversTypes['User'] }>;
  Message: ResolverTypeWrapper<MessagePayload>;
  MessageConnection: ResolverTypeWrapper<Omit<MessageConnection, 'edges'> & { edges: Array<ResolversTypes['MessageEdge']> }>;
  MessageDeleted: ResolverTypeWrapper<Omit<MessageDeleted, 'conversation' | 'message'> & { conversation: ResolversTypes['Conversation'], message: ResolversTypes['Message'] }>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageEdit: ResolverTypeWrapper<EditRow>;
  MessageEditConnection: ResolverTypeWrapper<Omit<MessageEditConnection, 'edges'> & { edges: Array<ResolversTypes['MessageEditEdge']> }>;
  MessageEditEdge: ResolverTypeWrapper<Omit<MessageEditEdge, 'node'> & { node: ResolversTypes['MessageEdit'] }>;
  MessageEdited: ResolverTypeWrapper<Omit<MessageEdited, 'conversation' | 'message'> & { conversation: ResolversTypes['Conversation'], message: ResolversTypes['Message'] }>;
  MessageMatch: ResolverTypeWrapper<FoundMessage>;
  MessageMatchConnection: ResolverTypeWrapper<Omit<MessageMatchConnection, 'edges'> & { edges: Array<ResolversTypes['MessageMatchEdge']> }>;
  MessageMatchEdge: ResolverTypeWrapper<Omit<MessageMatchEdge, 'node'> & { node: ResolversTypes['MessageMatch'] }>;
  MessagePinned: ResolverTypeWrapper<PinPayload>;
  MessageSearchFilter: MessageSearchFilter;
  MessageSent: ResolverTypeWrapper<Omit<MessageSent, 'conversation' | 'message'> & { conversation: ResolversTypes['Conversation'], message: ResolversTypes['Message'] }>;
  MessageUnpinned: ResolverTypeWrapper<PinPayload>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotificationLevel: NotificationLevel;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Pin: ResolverTypeWrapper<PinRow>;
  PinConnection: ResolverTypeWrapper<Omit<PinConnection, 'edges'> & { edges: Array<ResolversTypes['PinEdge']> }>;
  PinEdge: ResolverTypeWrapper<Omit<PinEdge, 'node'> & { node: ResolversTypes['Pin'] }>;
  PinMessageInput: PinMessageInput;
  PinMessagePayload: ResolverTypeWrapper<Omit<PinMessagePayload, 'message'> & { message: ResolversTypes['Message'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reaction: ResolverTypeWrapper<ReactionRow>;
  ReactionChanged: ResolverTypeWrapper<ReactionChangedPayload>;
  ReactionInput: ReactionInput;
  ReactionPayload: ResolverTypeWrapper<Omit<ReactionPayload, 'message'> & { message: ResolversTypes['Message'] }>;
  ReactionUserConnection: ResolverTypeWrapper<Omit<ReactionUserConnection, 'edges'> & { edges: Array<ResolversTypes['ReactionUserEdge']> }>;
  ReactionUserEdge: ResolverTypeWrapper<Omit<ReactionUserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  ReadMoved: ResolverTypeWrapper<Omit<ReadMoved, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  RequestUploadInput: RequestUploadInput;
  RequestUploadPayload: ResolverTypeWrapper<RequestUploadPayload>;
  ResyncRequired: ResolverTypeWrapper<Omit<ResyncRequired, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  RoleChanged: ResolverTypeWrapper<Omit<RoleChanged, 'actor' | 'conversation' | 'user'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'], user: ResolversTypes['User'] }>;
  ScheduleMessageInput: ScheduleMessageInput;
  ScheduleMessagePayload: ResolverTypeWrapper<Omit<ScheduleMessagePayload, 'scheduledMessage'> & { scheduledMessage: ResolversTypes['ScheduledMessage'] }>;
  ScheduledMessage: ResolverTypeWrapper<ScheduledRow>;
  ScheduledMessageConnection: ResolverTypeWrapper<Omit<ScheduledMessageConnection, 'edges'> & { edges: Array<ResolversTypes['ScheduledMessageEdge']> }>;
  ScheduledMessageEdge: ResolverTypeWrapper<Omit<ScheduledMessageEdge, 'node'> & { node: ResolversTypes['ScheduledMessage'] }>;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<Omit<SendMessagePayload, 'message'> & { message: ResolversTypes['Message'] }>;
  SettingsChanged: ResolverTypeWrapper<Omit<SettingsChanged, 'conversation' | 'settings'> & { conversation: ResolversTypes['Conversation'], settings: ResolversTypes['ConversationSettings'] }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TextPart: ResolverTypeWrapper<TextPart>;
  Thread: ResolverTypeWrapper<ViewedThread>;
  Thumbnail: ResolverTypeWrapper<ThumbnailOf>;
  TitleChanged: ResolverTypeWrapper<Omit<TitleChanged, 'actor' | 'conversation'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'] }>;
  TopicChanged: ResolverTypeWrapper<Omit<TopicChanged, 'actor' | 'conversation'> & { actor: ResolversTypes['User'], conversation: ResolversTypes['Conversation'] }>;
  Upload: ResolverTypeWrapper<Upload>;
  User: ResolverTypeWrapper<UserRef>;
  WritingChanged: ResolverTypeWrapper<Omit<WritingChanged, 'conversation'> & { conversation: ResolversTypes['Conversation'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Attachment: AttachmentPayload;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  AvatarChanged: Omit<AvatarChanged, 'actor' | 'conversation'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'] };
  CancelScheduledMessageInput: CancelScheduledMessageInput;
  CancelScheduledMessagePayload: CancelScheduledMessagePayload;
  Conversation: ConversationRef;
  ConversationCreated: Omit<ConversationCreated, 'actor' | 'conversation'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'] };
  ConversationEvent: ResolversInterfaceTypes<ResolversParentTypes>['ConversationEvent'];
  ConversationJoined: Omit<ConversationJoined, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  ConversationLeft: Omit<ConversationLeft, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  ConversationSettings: SettingsPayload;
  DateTime: Scalars['DateTime']['output'];
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: Omit<DeleteMessagePayload, 'message'> & { message: ResolversParentTypes['Message'] };
  DiscardUploadInput: DiscardUploadInput;
  DiscardUploadPayload: DiscardUploadPayload;
  Draft: Draft;
  DraftChanged: Omit<DraftChanged, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  EditMessageInput: EditMessageInput;
  EditMessagePayload: Omit<EditMessagePayload, 'message'> & { message: ResolversParentTypes['Message'] };
  ForwardMessageInput: ForwardMessageInput;
  ForwardedFrom: ForwardedFromPayload;
  HistoryCleared: Omit<HistoryCleared, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  InboxEvent: ResolversInterfaceTypes<ResolversParentTypes>['InboxEvent'];
  InboxResyncRequired: InboxResyncRequired;
  MarkThreadReadInput: MarkThreadReadInput;
  MarkThreadReadPayload: Omit<MarkThreadReadPayload, 'thread'> & { thread: ResolversParentTypes['Thread'] };
  MemberAdded: Omit<MemberAdded, 'actor' | 'conversation' | 'user'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'], user: ResolversParentTypes['User'] };
  MemberBanned: Omit<MemberBanned, 'actor' | 'conversation' | 'user'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'], user: ResolversParentTypes['User'] };
  MemberRemoved: Omit<MemberRemoved, 'actor' | 'conversation' | 'user'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'], user: ResolversParentTypes['User'] };
  MemberUnbanned: Omit<MemberUnbanned, 'actor' | 'conversation' | 'user'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'], user: ResolversParentTypes['User'] };
  Message: MessagePayload;
  MessageConnection: Omit<MessageConnection, 'edges'> & { edges: Array<ResolversParentTypes['MessageEdge']> };
  MessageDeleted: Omit<MessageDeleted, 'conversation' | 'message'> & { conversation: ResolversParentTypes['Conversation'], message: ResolversParentTypes['Message'] };
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageEdit: EditRow;
  MessageEditConnection: Omit<MessageEditConnection, 'edges'> & { edges: Array<ResolversParentTypes['MessageEditEdge']> };
  MessageEditEdge: Omit<MessageEditEdge, 'node'> & { node: ResolversParentTypes['MessageEdit'] };
  MessageEdited: Omit<MessageEdited, 'conversation' | 'message'> & { conversation: ResolversParentTypes['Conversation'], message: ResolversParentTypes['Message'] };
  MessageMatch: FoundMessage;
  MessageMatchConnection: Omit<MessageMatchConnection, 'edges'> & { edges: Array<ResolversParentTypes['MessageMatchEdge']> };
  MessageMatchEdge: Omit<MessageMatchEdge, 'node'> & { node: ResolversParentTypes['MessageMatch'] };
  MessagePinned: PinPayload;
  MessageSearchFilter: MessageSearchFilter;
  MessageSent: Omit<MessageSent, 'conversation' | 'message'> & { conversation: ResolversParentTypes['Conversation'], message: ResolversParentTypes['Message'] };
  MessageUnpinned: PinPayload;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Pin: PinRow;
  PinConnection: Omit<PinConnection, 'edges'> & { edges: Array<ResolversParentTypes['PinEdge']> };
  PinEdge: Omit<PinEdge, 'node'> & { node: ResolversParentTypes['Pin'] };
  PinMessageInput: PinMessageInput;
  PinMessagePayload: Omit<PinMessagePayload, 'message'> & { message: ResolversParentTypes['Message'] };
  Query: Record<PropertyKey, never>;
  Reaction: ReactionRow;
  ReactionChanged: ReactionChangedPayload;
  ReactionInput: ReactionInput;
  ReactionPayload: Omit<ReactionPayload, 'message'> & { message: ResolversParentTypes['Message'] };
  ReactionUserConnection: Omit<ReactionUserConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReactionUserEdge']> };
  ReactionUserEdge: Omit<ReactionUserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  ReadMoved: Omit<ReadMoved, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  RequestUploadInput: RequestUploadInput;
  RequestUploadPayload: RequestUploadPayload;
  ResyncRequired: Omit<ResyncRequired, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  RoleChanged: Omit<RoleChanged, 'actor' | 'conversation' | 'user'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'], user: ResolversParentTypes['User'] };
  ScheduleMessageInput: ScheduleMessageInput;
  ScheduleMessagePayload: Omit<ScheduleMessagePayload, 'scheduledMessage'> & { scheduledMessage: ResolversParentTypes['ScheduledMessage'] };
  ScheduledMessage: ScheduledRow;
  ScheduledMessageConnection: Omit<ScheduledMessageConnection, 'edges'> & { edges: Array<ResolversParentTypes['ScheduledMessageEdge']> };
  ScheduledMessageEdge: Omit<ScheduledMessageEdge, 'node'> & { node: ResolversParentTypes['ScheduledMessage'] };
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message'> & { message: ResolversParentTypes['Message'] };
  SettingsChanged: Omit<SettingsChanged, 'conversation' | 'settings'> & { conversation: ResolversParentTypes['Conversation'], settings: ResolversParentTypes['ConversationSettings'] };
  Subscription: Record<PropertyKey, never>;
  TextPart: TextPart;
  Thread: ViewedThread;
  Thumbnail: ThumbnailOf;
  TitleChanged: Omit<TitleChanged, 'actor' | 'conversation'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'] };
  TopicChanged: Omit<TopicChanged, 'actor' | 'conversation'> & { actor: ResolversParentTypes['User'], conversation: ResolversParentTypes['Conversation'] };
  Upload: Upload;
  User: UserRef;
  WritingChanged: Omit<WritingChanged, 'conversation'> & { conversation: ResolversParentTypes['Conversation'] };
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type ApiKeyScopeDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ApiKeyScopeDirectiveResolver<Result, Parent, ContextType = Context, Args = ApiKeyScopeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LiveDirectiveArgs = {
  bundle?: Maybe<Scalars['Boolean']['input']>;
  resume?: Maybe<Scalars['String']['input']>;
  topic?: Maybe<Scalars['String']['input']>;
};

export type LiveDirectiveResolver<Result, Parent, ContextType = Context, Args = LiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerIndependentDirectiveArgs = { };

export type ViewerIndependentDirectiveResolver<Result, Parent, ContextType = Context, Args = ViewerIndependentDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AttachmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thumbnail?: Resolver<Maybe<ResolversTypes['Thumbnail']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AvatarChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvatarChanged'] = ResolversParentTypes['AvatarChanged']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelScheduledMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelScheduledMessagePayload'] = ResolversParentTypes['CancelScheduledMessagePayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ConversationMessagesArgs>>;
  pins?: Resolver<ResolversTypes['PinConnection'], ParentType, ContextType, Partial<ConversationPinsArgs>>;
};

export type ConversationCreatedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationCreated'] = ResolversParentTypes['ConversationCreated']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEvent'] = ResolversParentTypes['ConversationEvent']> = {
  __resolveType: TypeResolveFn<'AvatarChanged' | 'ConversationCreated' | 'MemberAdded' | 'MemberBanned' | 'MemberRemoved' | 'MemberUnbanned' | 'MessageDeleted' | 'MessageEdited' | 'MessagePinned' | 'MessageSent' | 'MessageUnpinned' | 'ReactionChanged' | 'ResyncRequired' | 'RoleChanged' | 'TitleChanged' | 'TopicChanged' | 'WritingChanged', ParentType, ContextType>;
};

export type ConversationJoinedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationJoined'] = ResolversParentTypes['ConversationJoined']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationLeftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationLeft'] = ResolversParentTypes['ConversationLeft']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationSettings'] = ResolversParentTypes['ConversationSettings']> = {
  archived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  markedUnread?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mutedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  notificationLevel?: Resolver<ResolversTypes['NotificationLevel'], ParentType, ContextType>;
  pinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMessagePayload'] = ResolversParentTypes['DeleteMessagePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type DiscardUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscardUploadPayload'] = ResolversParentTypes['DiscardUploadPayload']> = {
  attachmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Draft'] = ResolversParentTypes['Draft']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DraftChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftChanged'] = ResolversParentTypes['DraftChanged']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditMessagePayload'] = ResolversParentTypes['EditMessagePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type ForwardedFromResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForwardedFrom'] = ResolversParentTypes['ForwardedFrom']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HistoryClearedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryCleared'] = ResolversParentTypes['HistoryCleared']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clearedSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unreadAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent']> = {
  __resolveType: TypeResolveFn<'AvatarChanged' | 'ConversationCreated' | 'ConversationJoined' | 'ConversationLeft' | 'DraftChanged' | 'HistoryCleared' | 'InboxResyncRequired' | 'MemberAdded' | 'MemberBanned' | 'MemberRemoved' | 'MemberUnbanned' | 'MessageDeleted' | 'MessageEdited' | 'MessagePinned' | 'MessageSent' | 'MessageUnpinned' | 'ReactionChanged' | 'ReadMoved' | 'ResyncRequired' | 'RoleChanged' | 'SettingsChanged' | 'TitleChanged' | 'TopicChanged' | 'WritingChanged', ParentType, ContextType>;
};

export type InboxResyncRequiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxResyncRequired'] = ResolversParentTypes['InboxResyncRequired']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkThreadReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkThreadReadPayload'] = ResolversParentTypes['MarkThreadReadPayload']> = {
  thread?: Resolver<ResolversTypes['Thread'], ParentType, ContextType>;
};

export type MemberAddedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberAdded'] = ResolversParentTypes['MemberAdded']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['MemberRole'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberBannedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberBanned'] = ResolversParentTypes['MemberBanned']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberRemovedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberRemoved'] = ResolversParentTypes['MemberRemoved']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberUnbannedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberUnbanned'] = ResolversParentTypes['MemberUnbanned']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  clientMessageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deletedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  forwardedFrom?: Resolver<Maybe<ResolversTypes['ForwardedFrom']>, ParentType, ContextType>;
  hiddenForMe?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mentions?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  mentionsEveryone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pin?: Resolver<Maybe<ResolversTypes['Pin']>, ParentType, ContextType>;
  reactions?: Resolver<Array<ResolversTypes['Reaction']>, ParentType, ContextType>;
  replyTo?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['Thread']>, ParentType, ContextType>;
  threadRoot?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageDeletedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageDeleted'] = ResolversParentTypes['MessageDeleted']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MessageEditResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdit'] = ResolversParentTypes['MessageEdit']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessageEditConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEditConnection'] = ResolversParentTypes['MessageEditConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageEditEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageEditEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEditEdge'] = ResolversParentTypes['MessageEditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MessageEdit'], ParentType, ContextType>;
};

export type MessageEditedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdited'] = ResolversParentTypes['MessageEdited']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMatch'] = ResolversParentTypes['MessageMatch']> = {
  excerpt?: Resolver<Array<ResolversTypes['TextPart']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MessageMatchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMatchConnection'] = ResolversParentTypes['MessageMatchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageMatchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageMatchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMatchEdge'] = ResolversParentTypes['MessageMatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MessageMatch'], ParentType, ContextType>;
};

export type MessagePinnedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagePinned'] = ResolversParentTypes['MessagePinned']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageSentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageSent'] = ResolversParentTypes['MessageSent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageUnpinnedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageUnpinned'] = ResolversParentTypes['MessageUnpinned']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addReaction?: Resolver<ResolversTypes['ReactionPayload'], ParentType, ContextType, RequireFields<MutationAddReactionArgs, 'input'>>;
  cancelScheduledMessage?: Resolver<ResolversTypes['CancelScheduledMessagePayload'], ParentType, ContextType, RequireFields<MutationCancelScheduledMessageArgs, 'input'>>;
  deleteMessage?: Resolver<ResolversTypes['DeleteMessagePayload'], ParentType, ContextType, RequireFields<MutationDeleteMessageArgs, 'input'>>;
  deleteMessageForMe?: Resolver<ResolversTypes['DeleteMessagePayload'], ParentType, ContextType, RequireFields<MutationDeleteMessageForMeArgs, 'input'>>;
  discardUpload?: Resolver<ResolversTypes['DiscardUploadPayload'], ParentType, ContextType, RequireFields<MutationDiscardUploadArgs, 'input'>>;
  editMessage?: Resolver<ResolversTypes['EditMessagePayload'], ParentType, ContextType, RequireFields<MutationEditMessageArgs, 'input'>>;
  forwardMessage?: Resolver<ResolversTypes['SendMessagePayload'], ParentType, ContextType, RequireFields<MutationForwardMessageArgs, 'input'>>;
  markThreadRead?: Resolver<ResolversTypes['MarkThreadReadPayload'], ParentType, ContextType, RequireFields<MutationMarkThreadReadArgs, 'input'>>;
  pinMessage?: Resolver<ResolversTypes['PinMessagePayload'], ParentType, ContextType, RequireFields<MutationPinMessageArgs, 'input'>>;
  removeReaction?: Resolver<ResolversTypes['ReactionPayload'], ParentType, ContextType, RequireFields<MutationRemoveReactionArgs, 'input'>>;
  requestUpload?: Resolver<ResolversTypes['RequestUploadPayload'], ParentType, ContextType, RequireFields<MutationRequestUploadArgs, 'input'>>;
  scheduleMessage?: Resolver<ResolversTypes['ScheduleMessagePayload'], ParentType, ContextType, RequireFields<MutationScheduleMessageArgs, 'input'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessagePayload'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  unpinMessage?: Resolver<ResolversTypes['PinMessagePayload'], ParentType, ContextType, RequireFields<MutationUnpinMessageArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pin'] = ResolversParentTypes['Pin']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  pinnedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pinnedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type PinConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PinConnection'] = ResolversParentTypes['PinConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PinEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PinEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PinEdge'] = ResolversParentTypes['PinEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Pin'], ParentType, ContextType>;
};

export type PinMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PinMessagePayload'] = ResolversParentTypes['PinMessagePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<QueryMessageArgs, 'id'>>;
  messageEdits?: Resolver<ResolversTypes['MessageEditConnection'], ParentType, ContextType, RequireFields<QueryMessageEditsArgs, 'messageId'>>;
  scheduledMessages?: Resolver<ResolversTypes['ScheduledMessageConnection'], ParentType, ContextType, Partial<QueryScheduledMessagesArgs>>;
  searchMessages?: Resolver<ResolversTypes['MessageMatchConnection'], ParentType, ContextType, RequireFields<QuerySearchMessagesArgs, 'query'>>;
};

export type ReactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reaction'] = ResolversParentTypes['Reaction']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reactedByMe?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  users?: Resolver<ResolversTypes['ReactionUserConnection'], ParentType, ContextType, Partial<ReactionUsersArgs>>;
};

export type ReactionChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionChanged'] = ResolversParentTypes['ReactionChanged']> = {
  added?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionPayload'] = ResolversParentTypes['ReactionPayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type ReactionUserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionUserConnection'] = ResolversParentTypes['ReactionUserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReactionUserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReactionUserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionUserEdge'] = ResolversParentTypes['ReactionUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reactedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReadMovedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadMoved'] = ResolversParentTypes['ReadMoved']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestUploadPayload'] = ResolversParentTypes['RequestUploadPayload']> = {
  upload?: Resolver<ResolversTypes['Upload'], ParentType, ContextType>;
};

export type ResyncRequiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResyncRequired'] = ResolversParentTypes['ResyncRequired']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoleChanged'] = ResolversParentTypes['RoleChanged']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['MemberRole'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduleMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleMessagePayload'] = ResolversParentTypes['ScheduleMessagePayload']> = {
  scheduledMessage?: Resolver<ResolversTypes['ScheduledMessage'], ParentType, ContextType>;
};

export type ScheduledMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduledMessage'] = ResolversParentTypes['ScheduledMessage']> = {
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  clientMessageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sendAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScheduledMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduledMessageConnection'] = ResolversParentTypes['ScheduledMessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScheduledMessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ScheduledMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduledMessageEdge'] = ResolversParentTypes['ScheduledMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScheduledMessage'], ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type SettingsChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsChanged'] = ResolversParentTypes['SettingsChanged']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['ConversationSettings'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  conversationEvents?: SubscriptionResolver<ResolversTypes['ConversationEvent'], "conversationEvents", ParentType, ContextType, RequireFields<SubscriptionConversationEventsArgs, 'conversationId'>>;
  inbox?: SubscriptionResolver<ResolversTypes['InboxEvent'], "inbox", ParentType, ContextType, Partial<SubscriptionInboxArgs>>;
};

export type TextPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextPart'] = ResolversParentTypes['TextPart']> = {
  match?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ThreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Thread'] = ResolversParentTypes['Thread']> = {
  lastReplyAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ThreadMessagesArgs>>;
  replyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ThumbnailResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Thumbnail'] = ResolversParentTypes['Thumbnail']> = {
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TitleChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TitleChanged'] = ResolversParentTypes['TitleChanged']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicChanged'] = ResolversParentTypes['TopicChanged']> = {
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Upload'] = ResolversParentTypes['Upload']> = {
  attachmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WritingChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WritingChanged'] = ResolversParentTypes['WritingChanged']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mayWrite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rev?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Attachment?: AttachmentResolvers<ContextType>;
  AvatarChanged?: AvatarChangedResolvers<ContextType>;
  CancelScheduledMessagePayload?: CancelScheduledMessagePayloadResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationCreated?: ConversationCreatedResolvers<ContextType>;
  ConversationEvent?: ConversationEventResolvers<ContextType>;
  ConversationJoined?: ConversationJoinedResolvers<ContextType>;
  ConversationLeft?: ConversationLeftResolvers<ContextType>;
  ConversationSettings?: ConversationSettingsResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteMessagePayload?: DeleteMessagePayloadResolvers<ContextType>;
  DiscardUploadPayload?: DiscardUploadPayloadResolvers<ContextType>;
  Draft?: DraftResolvers<ContextType>;
  DraftChanged?: DraftChangedResolvers<ContextType>;
  EditMessagePayload?: EditMessagePayloadResolvers<ContextType>;
  ForwardedFrom?: ForwardedFromResolvers<ContextType>;
  HistoryCleared?: HistoryClearedResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  InboxResyncRequired?: InboxResyncRequiredResolvers<ContextType>;
  MarkThreadReadPayload?: MarkThreadReadPayloadResolvers<ContextType>;
  MemberAdded?: MemberAddedResolvers<ContextType>;
  MemberBanned?: MemberBannedResolvers<ContextType>;
  MemberRemoved?: MemberRemovedResolvers<ContextType>;
  MemberUnbanned?: MemberUnbannedResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageDeleted?: MessageDeletedResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageEdit?: MessageEditResolvers<ContextType>;
  MessageEditConnection?: MessageEditConnectionResolvers<ContextType>;
  MessageEditEdge?: MessageEditEdgeResolvers<ContextType>;
  MessageEdited?: MessageEditedResolvers<ContextType>;
  MessageMatch?: MessageMatchResolvers<ContextType>;
  MessageMatchConnection?: MessageMatchConnectionResolvers<ContextType>;
  MessageMatchEdge?: MessageMatchEdgeResolvers<ContextType>;
  MessagePinned?: MessagePinnedResolvers<ContextType>;
  MessageSent?: MessageSentResolvers<ContextType>;
  MessageUnpinned?: MessageUnpinnedResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Pin?: PinResolvers<ContextType>;
  PinConnection?: PinConnectionResolvers<ContextType>;
  PinEdge?: PinEdgeResolvers<ContextType>;
  PinMessagePayload?: PinMessagePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reaction?: ReactionResolvers<ContextType>;
  ReactionChanged?: ReactionChangedResolvers<ContextType>;
  ReactionPayload?: ReactionPayloadResolvers<ContextType>;
  ReactionUserConnection?: ReactionUserConnectionResolvers<ContextType>;
  ReactionUserEdge?: ReactionUserEdgeResolvers<ContextType>;
  ReadMoved?: ReadMovedResolvers<ContextType>;
  RequestUploadPayload?: RequestUploadPayloadResolvers<ContextType>;
  ResyncRequired?: ResyncRequiredResolvers<ContextType>;
  RoleChanged?: RoleChangedResolvers<ContextType>;
  ScheduleMessagePayload?: ScheduleMessagePayloadResolvers<ContextType>;
  ScheduledMessage?: ScheduledMessageResolvers<ContextType>;
  ScheduledMessageConnection?: ScheduledMessageConnectionResolvers<ContextType>;
  ScheduledMessageEdge?: ScheduledMessageEdgeResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  SettingsChanged?: SettingsChangedResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TextPart?: TextPartResolvers<ContextType>;
  Thread?: ThreadResolvers<ContextType>;
  Thumbnail?: ThumbnailResolvers<ContextType>;
  TitleChanged?: TitleChangedResolvers<ContextType>;
  TopicChanged?: TopicChangedResolvers<ContextType>;
  Upload?: UploadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  WritingChanged?: WritingChangedResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  apiKeyScope?: ApiKeyScopeDirectiveResolver<any, any, ContextType>;
  live?: LiveDirectiveResolver<any, any, ContextType>;
  viewerIndependent?: ViewerIndependentDirectiveResolver<any, any, ContextType>;
};
