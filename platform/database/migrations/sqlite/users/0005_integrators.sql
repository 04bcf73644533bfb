ALTER TABLE `users` ADD `owner_id` text;
--> statement
CREATE INDEX `users_owner` ON `users` (`owner_id`,`id`);
