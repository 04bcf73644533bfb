CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`member_count` integer DEFAULT 0 NOT NULL
);
--> statement
CREATE TABLE `direct_pairs` (
	`pair` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL
);
--> statement
CREATE TABLE `invites` (
	`code` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`max_uses` integer,
	`uses` integer NOT NULL,
	`revoked_at` integer
);
--> statement
CREATE INDEX `invites_conversation` ON `invites` (`conversation_id`);
--> statement
CREATE TABLE `members` (
	`conversation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`joined_at` integer NOT NULL,
	`joined_seq` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `user_id`)
);
--> statement
CREATE INDEX `members_user` ON `members` (`user_id`,`state`,`conversation_id`);
--> statement
CREATE INDEX `members_page` ON `members` (`conversation_id`,`state`,`joined_at`,`user_id`);
--> statement
CREATE TABLE `messages` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`sender_id` text NOT NULL,
	`client_message_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`)
);
--> statement
CREATE UNIQUE INDEX `messages_client` ON `messages` (`conversation_id`,`sender_id`,`client_message_id`);
--> statement
CREATE INDEX `messages_id` ON `messages` (`id`);
--> statement
CREATE TABLE `events` (
	`conversation_id` text NOT NULL,
	`rev` integer NOT NULL,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`ends_for` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `rev`)
);
--> statement
CREATE TABLE `outbox` (
	`conversation_id` text NOT NULL,
	`rev` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `rev`)
);
--> statement
CREATE INDEX `outbox_age` ON `outbox` (`created_at`);
--> statement
CREATE TABLE `timelines` (
	`conversation_id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`floor_rev` integer NOT NULL,
	`last_activity_at` integer NOT NULL
);
