ALTER TABLE `attachments` ADD `thumbnail_key` text;
--> statement
ALTER TABLE `attachments` ADD `thumbnail_size` integer;
--> statement
ALTER TABLE `attachments` ADD `thumbnail_width` integer;
--> statement
ALTER TABLE `attachments` ADD `thumbnail_height` integer;
