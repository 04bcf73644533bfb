CREATE TABLE `direct_blocks` (
	`pair` varchar(73) character set ascii collate ascii_bin NOT NULL,
	`blocker_id` char(36) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `direct_blocks_pair_blocker_id_pk` PRIMARY KEY(`pair`,`blocker_id`)
);
--> statement
ALTER TABLE `conversations` ADD `blocked` boolean DEFAULT false NOT NULL;
--> statement
ALTER TABLE `members` ADD `cleared_seq` bigint DEFAULT 0 NOT NULL;
