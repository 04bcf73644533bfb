CREATE TABLE `notification_heads` (
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`rev` bigint NOT NULL,
	`unread` bigint NOT NULL,
	CONSTRAINT `notification_heads_user_id` PRIMARY KEY(`user_id`)
);
--> statement
CREATE TABLE `notification_reads` (
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`rev` bigint NOT NULL,
	`notification_ids` json,
	`conversation_id` char(36) character set ascii collate ascii_bin,
	`up_to_rev` bigint NOT NULL,
	`unread` bigint NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `notification_reads_user_id_rev_pk` PRIMARY KEY(`user_id`,`rev`)
);
--> statement
CREATE TABLE `notification_settings` (
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`kinds` json NOT NULL,
	`quiet_hours` json,
	`offline_only` boolean NOT NULL,
	`include_text` boolean NOT NULL,
	CONSTRAINT `notification_settings_user_id` PRIMARY KEY(`user_id`)
);
--> statement
CREATE TABLE `notification_spreads` (
	`message_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`message_seq` bigint NOT NULL,
	`actor_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`at` bigint NOT NULL,
	`after_joined_at` bigint NOT NULL,
	`after_user_id` varchar(36) character set ascii collate ascii_bin NOT NULL,
	`due_at` bigint NOT NULL,
	CONSTRAINT `notification_spreads_message_id` PRIMARY KEY(`message_id`)
);
--> statement
CREATE TABLE `notifications` (
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`rev` bigint NOT NULL,
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`kind` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`subject` varchar(80) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`message_id` char(36) character set ascii collate ascii_bin,
	`message_seq` bigint,
	`actor_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`silent` boolean NOT NULL,
	`unread` bigint NOT NULL,
	`created_at` bigint NOT NULL,
	`read_at` bigint,
	CONSTRAINT `notifications_user_id_rev_pk` PRIMARY KEY(`user_id`,`rev`),
	CONSTRAINT `notifications_id` UNIQUE(`id`),
	CONSTRAINT `notifications_subject` UNIQUE(`user_id`,`subject`)
);
--> statement
CREATE TABLE `push_queue` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`subscription_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`notification_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`attempts` bigint NOT NULL,
	`due_at` bigint NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `push_queue_id` PRIMARY KEY(`id`)
);
--> statement
CREATE TABLE `push_subscriptions` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`session_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`endpoint` varchar(1000) character set ascii collate ascii_bin NOT NULL,
	`endpoint_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`p256dh` varchar(88) character set ascii collate ascii_bin NOT NULL,
	`auth` varchar(24) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `push_subscriptions_id` PRIMARY KEY(`id`),
	CONSTRAINT `push_subscriptions_endpoint` UNIQUE(`endpoint_hash`)
);
--> statement
CREATE TABLE `vapid_keys` (
	`name` varchar(8) character set ascii collate ascii_bin NOT NULL,
	`public_key` varchar(88) character set ascii collate ascii_bin NOT NULL,
	`private_key` varchar(44) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `vapid_keys_name` PRIMARY KEY(`name`)
);
--> statement
CREATE INDEX `notification_reads_age` ON `notification_reads` (`created_at`);
--> statement
CREATE INDEX `notification_spreads_due` ON `notification_spreads` (`due_at`);
--> statement
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`,`read_at`,`rev`);
--> statement
CREATE INDEX `notifications_age` ON `notifications` (`created_at`);
--> statement
CREATE INDEX `push_queue_due` ON `push_queue` (`due_at`);
--> statement
CREATE INDEX `push_queue_user` ON `push_queue` (`user_id`);
--> statement
CREATE INDEX `push_subscriptions_user` ON `push_subscriptions` (`user_id`);
--> statement
CREATE INDEX `push_subscriptions_session` ON `push_subscriptions` (`session_id`);
