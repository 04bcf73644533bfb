CREATE TABLE `departures` (
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`deleted_at` bigint NOT NULL,
	CONSTRAINT `departures_user_id` PRIMARY KEY(`user_id`)
);
