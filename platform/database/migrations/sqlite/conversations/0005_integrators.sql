CREATE TABLE `incoming_webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`bot_id` text NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement
CREATE INDEX `incoming_webhooks_conversation` ON `incoming_webhooks` (`conversation_id`,`id`);
--> statement
CREATE TABLE `webhook_attempts` (
	`webhook_id` text NOT NULL,
	`number` integer NOT NULL,
	`conversation_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`rev` integer NOT NULL,
	`event_type` text NOT NULL,
	`at` integer NOT NULL,
	`status` integer,
	`latency_ms` integer NOT NULL,
	`error` text,
	PRIMARY KEY(`webhook_id`, `number`)
);
--> statement
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`event_types` text,
	`secret` text NOT NULL,
	`former_secret` text,
	`former_secret_until` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`rev` integer NOT NULL,
	`generation` integer NOT NULL,
	`failures` integer NOT NULL,
	`next_at` integer,
	`lease_owner` text,
	`lease_until` integer,
	`attempts` integer NOT NULL
);
--> statement
CREATE INDEX `webhooks_conversation` ON `webhooks` (`conversation_id`,`id`);
--> statement
CREATE INDEX `webhooks_due` ON `webhooks` (`state`,`next_at`);
