ALTER TABLE `direct_blocks` ADD `blocked_id` text DEFAULT '' NOT NULL;
--> statement
CREATE INDEX `direct_blocks_blocker` ON `direct_blocks` (`blocker_id`,`blocked_id`);
--> statement
CREATE INDEX `direct_blocks_blocked` ON `direct_blocks` (`blocked_id`,`blocker_id`);
--> statement
ALTER TABLE `webhooks` ADD `paused_because` text;
--> statement
UPDATE `direct_blocks` SET `blocked_id` = CASE WHEN substr(`pair`, 1, 36) = `blocker_id` THEN substr(`pair`, 38) ELSE substr(`pair`, 1, 36) END;
