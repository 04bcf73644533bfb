CREATE TABLE `conversation_claims` (
	`creator_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`client_group_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`content_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `conversation_claims_creator_id_client_group_id_pk` PRIMARY KEY(`creator_id`,`client_group_id`)
);
--> statement
CREATE TABLE `drafts` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`text` text NOT NULL,
	`updated_at` bigint NOT NULL,
	CONSTRAINT `drafts_conversation_id_user_id_pk` PRIMARY KEY(`conversation_id`,`user_id`)
);
--> statement
ALTER TABLE `conversations` ADD `topic` varchar(250);
--> statement
ALTER TABLE `conversations` ADD `avatar_url` varchar(500) character set ascii collate ascii_bin;
--> statement
ALTER TABLE `conversations` ADD `listed` boolean DEFAULT false NOT NULL;
--> statement
ALTER TABLE `members` ADD `read_seq` bigint DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `delivered_seq` bigint DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `own_seq` bigint DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `muted_until` bigint;
--> statement
ALTER TABLE `members` ADD `pinned` boolean DEFAULT false NOT NULL;
--> statement
ALTER TABLE `members` ADD `archived` boolean DEFAULT false NOT NULL;
--> statement
ALTER TABLE `members` ADD `marked_unread` boolean DEFAULT false NOT NULL;
--> statement
ALTER TABLE `members` ADD `notification_level` varchar(16) character set ascii collate ascii_bin DEFAULT 'ALL' NOT NULL;
--> statement
CREATE INDEX `conversations_listed` ON `conversations` (`listed`,`member_count`,`id`);
