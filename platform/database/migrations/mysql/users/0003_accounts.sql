CREATE TABLE `api_keys` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(80) NOT NULL,
	`secret_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`scopes` json NOT NULL,
	`created_at` bigint NOT NULL,
	`expires_at` bigint,
	`last_used_at` bigint,
	`revoked_at` bigint,
	CONSTRAINT `api_keys_id` PRIMARY KEY(`id`),
	CONSTRAINT `api_keys_secret` UNIQUE(`secret_hash`)
);
--> statement
CREATE TABLE `blocks` (
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`blocked_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `blocks_user_id_blocked_id_pk` PRIMARY KEY(`user_id`,`blocked_id`)
);
--> statement
ALTER TABLE `sessions` ADD `device` varchar(200);
--> statement
ALTER TABLE `sessions` ADD `address` varchar(64);
--> statement
ALTER TABLE `users` ADD `avatar_url` varchar(500) character set ascii collate ascii_bin;
--> statement
ALTER TABLE `users` ADD `status_text` varchar(140);
--> statement
ALTER TABLE `users` ADD `deleted_at` bigint;
--> statement
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`);
--> statement
CREATE INDEX `blocks_newest` ON `blocks` (`user_id`,`created_at`,`blocked_id`);
--> statement
CREATE INDEX `blocks_blocked` ON `blocks` (`blocked_id`);
--> statement
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);
--> statement
CREATE INDEX `sessions_revoked` ON `sessions` (`revoked_at`);
