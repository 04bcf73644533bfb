DELETE FROM `sessions`;
--> statement
ALTER TABLE `sessions` ADD `secret` varchar(43) character set ascii collate ascii_bin NOT NULL;
--> statement
ALTER TABLE `sessions` DROP COLUMN `previous_token_hash`;
