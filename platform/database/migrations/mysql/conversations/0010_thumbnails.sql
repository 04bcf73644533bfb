ALTER TABLE `attachments` ADD `thumbnail_key` char(36) character set ascii collate ascii_bin;
--> statement
ALTER TABLE `attachments` ADD `thumbnail_size` bigint;
--> statement
ALTER TABLE `attachments` ADD `thumbnail_width` bigint;
--> statement
ALTER TABLE `attachments` ADD `thumbnail_height` bigint;
