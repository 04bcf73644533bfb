CREATE TABLE `direct_blocks` (
	`pair` text NOT NULL,
	`blocker_id` text NOT NULL,
	PRIMARY KEY(`pair`, `blocker_id`)
);
--> statement
ALTER TABLE `conversations` ADD `blocked` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `members` ADD `cleared_seq` integer DEFAULT 0 NOT NULL;
