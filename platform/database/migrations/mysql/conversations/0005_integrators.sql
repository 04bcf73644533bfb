CREATE TABLE `incoming_webhooks` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`bot_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(80) NOT NULL,
	`secret_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`created_by` char(36) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `incoming_webhooks_id` PRIMARY KEY(`id`)
);
--> statement
CREATE TABLE `webhook_attempts` (
	`webhook_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`number` bigint NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`delivery_id` varchar(80) character set ascii collate ascii_bin NOT NULL,
	`rev` bigint NOT NULL,
	`event_type` varchar(40) character set ascii collate ascii_bin NOT NULL,
	`at` bigint NOT NULL,
	`status` int,
	`latency_ms` int NOT NULL,
	`error` varchar(200),
	CONSTRAINT `webhook_attempts_webhook_id_number_pk` PRIMARY KEY(`webhook_id`,`number`)
);
--> statement
CREATE TABLE `webhooks` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`owner_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(80) NOT NULL,
	`url` varchar(1000) character set ascii collate ascii_bin NOT NULL,
	`event_types` json,
	`secret` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`former_secret` varchar(64) character set ascii collate ascii_bin,
	`former_secret_until` bigint,
	`state` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	`rev` bigint NOT NULL,
	`generation` int NOT NULL,
	`failures` int NOT NULL,
	`next_at` bigint,
	`lease_owner` varchar(36) character set ascii collate ascii_bin,
	`lease_until` bigint,
	`attempts` bigint NOT NULL,
	CONSTRAINT `webhooks_id` PRIMARY KEY(`id`)
);
--> statement
CREATE INDEX `incoming_webhooks_conversation` ON `incoming_webhooks` (`conversation_id`,`id`);
--> statement
CREATE INDEX `webhooks_conversation` ON `webhooks` (`conversation_id`,`id`);
--> statement
CREATE INDEX `webhooks_due` ON `webhooks` (`state`,`next_at`);
