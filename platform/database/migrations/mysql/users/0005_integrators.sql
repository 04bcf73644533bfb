ALTER TABLE `users` ADD `owner_id` char(36) character set ascii collate ascii_bin;
--> statement
CREATE INDEX `users_owner` ON `users` (`owner_id`,`id`);
