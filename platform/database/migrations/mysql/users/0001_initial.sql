CREATE TABLE `sessions` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`token_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`previous_token_hash` varchar(43) character set ascii collate ascii_bin,
	`rotated_at` bigint NOT NULL,
	`created_at` bigint NOT NULL,
	`expires_at` bigint NOT NULL,
	`revoked_at` bigint,
	CONSTRAINT `sessions_id` PRIMARY KEY(`id`)
);
--> statement
CREATE TABLE `signing_keys` (
	`kid` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`private_jwk` json NOT NULL,
	`public_jwk` json NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `signing_keys_kid` PRIMARY KEY(`kid`)
);
--> statement
CREATE TABLE `users` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(80) NOT NULL,
	`handle` varchar(32) character set ascii collate ascii_bin,
	`password_hash` varchar(255) character set ascii collate ascii_bin,
	`is_guest` boolean NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `users_id` PRIMARY KEY(`id`),
	CONSTRAINT `users_handle` UNIQUE(`handle`)
);
--> statement
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);
