CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement
CREATE UNIQUE INDEX `api_keys_secret` ON `api_keys` (`secret_hash`);
--> statement
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`);
--> statement
CREATE TABLE `blocks` (
	`user_id` text NOT NULL,
	`blocked_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `blocked_id`)
);
--> statement
CREATE INDEX `blocks_newest` ON `blocks` (`user_id`,`created_at`,`blocked_id`);
--> statement
CREATE INDEX `blocks_blocked` ON `blocks` (`blocked_id`);
--> statement
ALTER TABLE `sessions` ADD `device` text;
--> statement
ALTER TABLE `sessions` ADD `address` text;
--> statement
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);
--> statement
CREATE INDEX `sessions_revoked` ON `sessions` (`revoked_at`);
--> statement
ALTER TABLE `users` ADD `avatar_url` text;
--> statement
ALTER TABLE `users` ADD `status_text` text;
--> statement
ALTER TABLE `users` ADD `deleted_at` integer;
