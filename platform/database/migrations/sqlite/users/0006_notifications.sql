CREATE TABLE `notification_heads` (
	`user_id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`unread` integer NOT NULL
);
--> statement
CREATE TABLE `notification_reads` (
	`user_id` text NOT NULL,
	`rev` integer NOT NULL,
	`notification_ids` text,
	`conversation_id` text,
	`up_to_rev` integer NOT NULL,
	`unread` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `rev`)
);
--> statement
CREATE INDEX `notification_reads_age` ON `notification_reads` (`created_at`);
--> statement
CREATE TABLE `notification_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`kinds` text NOT NULL,
	`quiet_hours` text,
	`offline_only` integer NOT NULL,
	`include_text` integer NOT NULL
);
--> statement
CREATE TABLE `notification_spreads` (
	`message_id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`message_seq` integer NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`after_joined_at` integer NOT NULL,
	`after_user_id` text NOT NULL,
	`due_at` integer NOT NULL
);
--> statement
CREATE INDEX `notification_spreads_due` ON `notification_spreads` (`due_at`);
--> statement
CREATE TABLE `notifications` (
	`user_id` text NOT NULL,
	`rev` integer NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`conversation_id` text NOT NULL,
	`message_id` text,
	`message_seq` integer,
	`actor_id` text NOT NULL,
	`silent` integer NOT NULL,
	`unread` integer NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	PRIMARY KEY(`user_id`, `rev`)
);
--> statement
CREATE UNIQUE INDEX `notifications_id` ON `notifications` (`id`);
--> statement
CREATE UNIQUE INDEX `notifications_subject` ON `notifications` (`user_id`,`subject`);
--> statement
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`,`read_at`,`rev`);
--> statement
CREATE INDEX `notifications_age` ON `notifications` (`created_at`);
--> statement
CREATE TABLE `push_queue` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`notification_id` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement
CREATE INDEX `push_queue_due` ON `push_queue` (`due_at`);
--> statement
CREATE INDEX `push_queue_user` ON `push_queue` (`user_id`);
--> statement
CREATE TABLE `push_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`session_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`endpoint_hash` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement
CREATE UNIQUE INDEX `push_subscriptions_endpoint` ON `push_subscriptions` (`endpoint_hash`);
--> statement
CREATE INDEX `push_subscriptions_user` ON `push_subscriptions` (`user_id`);
--> statement
CREATE INDEX `push_subscriptions_session` ON `push_subscriptions` (`session_id`);
--> statement
CREATE TABLE `vapid_keys` (
	`name` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	`created_at` integer NOT NULL
);
