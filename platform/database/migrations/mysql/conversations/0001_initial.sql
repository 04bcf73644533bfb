CREATE TABLE `conversations` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`title` varchar(120),
	`created_by` char(36) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	`member_count` bigint NOT NULL DEFAULT 0,
	CONSTRAINT `conversations_id` PRIMARY KEY(`id`)
);
--> statement
CREATE TABLE `direct_pairs` (
	`pair` varchar(73) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `direct_pairs_pair` PRIMARY KEY(`pair`)
);
--> statement
CREATE TABLE `invites` (
	`code` varchar(22) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`created_by` char(36) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	`expires_at` bigint,
	`max_uses` bigint,
	`uses` bigint NOT NULL,
	`revoked_at` bigint,
	CONSTRAINT `invites_code` PRIMARY KEY(`code`)
);
--> statement
CREATE TABLE `members` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`role` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`state` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`joined_at` bigint NOT NULL,
	`joined_seq` bigint NOT NULL,
	CONSTRAINT `members_conversation_id_user_id_pk` PRIMARY KEY(`conversation_id`,`user_id`)
);
--> statement
CREATE TABLE `messages` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`sender_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`client_message_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`content_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`text` text NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `messages_conversation_id_seq_pk` PRIMARY KEY(`conversation_id`,`seq`),
	CONSTRAINT `messages_client` UNIQUE(`conversation_id`,`sender_id`,`client_message_id`)
);
--> statement
ALTER TABLE `messages` PARTITION BY KEY (`conversation_id`) PARTITIONS 16;
--> statement
CREATE TABLE `events` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`rev` bigint NOT NULL,
	`type` varchar(40) character set ascii collate ascii_bin NOT NULL,
	`payload` json NOT NULL,
	`ends_for` json,
	`created_at` bigint NOT NULL,
	CONSTRAINT `events_conversation_id_rev_pk` PRIMARY KEY(`conversation_id`,`rev`)
);
--> statement
ALTER TABLE `events` PARTITION BY KEY (`conversation_id`) PARTITIONS 16;
--> statement
CREATE TABLE `outbox` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`rev` bigint NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `outbox_conversation_id_rev_pk` PRIMARY KEY(`conversation_id`,`rev`)
);
--> statement
CREATE TABLE `timelines` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`rev` bigint NOT NULL,
	`last_seq` bigint NOT NULL,
	`floor_rev` bigint NOT NULL,
	`last_activity_at` bigint NOT NULL,
	CONSTRAINT `timelines_conversation_id` PRIMARY KEY(`conversation_id`)
);
--> statement
CREATE INDEX `invites_conversation` ON `invites` (`conversation_id`);
--> statement
CREATE INDEX `members_user` ON `members` (`user_id`,`state`,`conversation_id`);
--> statement
CREATE INDEX `members_page` ON `members` (`conversation_id`,`state`,`joined_at`,`user_id`);
--> statement
CREATE INDEX `messages_id` ON `messages` (`id`);
--> statement
CREATE INDEX `outbox_age` ON `outbox` (`created_at`);
