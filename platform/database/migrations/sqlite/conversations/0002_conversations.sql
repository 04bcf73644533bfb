CREATE TABLE `conversation_claims` (
	`creator_id` text NOT NULL,
	`client_group_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`conversation_id` text NOT NULL,
	PRIMARY KEY(`creator_id`, `client_group_id`)
);
--> statement
CREATE TABLE `drafts` (
	`conversation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`text` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `user_id`)
);
--> statement
ALTER TABLE `conversations` ADD `topic` text;
--> statement
ALTER TABLE `conversations` ADD `avatar_url` text;
--> statement
ALTER TABLE `conversations` ADD `listed` integer DEFAULT 0 NOT NULL;
--> statement
CREATE INDEX `conversations_listed` ON `conversations` (`listed`,`member_count`,`id`);
--> statement
ALTER TABLE `members` ADD `read_seq` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `delivered_seq` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `own_seq` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `muted_until` integer;
--> statement
ALTER TABLE `members` ADD `pinned` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `archived` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `marked_unread` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `notification_level` text DEFAULT 'ALL' NOT NULL;
