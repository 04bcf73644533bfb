DELETE FROM `sessions`;
--> statement
ALTER TABLE `sessions` ADD `secret` text NOT NULL;
--> statement
ALTER TABLE `sessions` DROP COLUMN `previous_token_hash`;
