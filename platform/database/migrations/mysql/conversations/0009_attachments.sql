CREATE TABLE `attachments` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`uploader_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`state` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(255) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`content_type` varchar(127) character set ascii collate ascii_bin NOT NULL,
	`size` bigint NOT NULL,
	`sha256` varchar(64) character set ascii collate ascii_bin,
	`width` bigint,
	`height` bigint,
	`object_key` char(36) character set ascii collate ascii_bin,
	`created_at` bigint NOT NULL,
	`expires_at` bigint,
	CONSTRAINT `attachments_id` PRIMARY KEY(`id`)
);
--> statement
CREATE TABLE `doomed_objects` (
	`key` char(36) character set ascii collate ascii_bin NOT NULL,
	`due_at` bigint NOT NULL,
	CONSTRAINT `doomed_objects_key` PRIMARY KEY(`key`)
);
--> statement
CREATE TABLE `file_keys` (
	`id` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`secret` varchar(64) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `file_keys_id` PRIMARY KEY(`id`)
);
--> statement
CREATE TABLE `message_attachments` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`attachment_id` char(36) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `message_attachments_conversation_id_seq_attachment_id_pk` PRIMARY KEY(`conversation_id`,`seq`,`attachment_id`)
);
--> statement
CREATE INDEX `attachments_uploader` ON `attachments` (`uploader_id`,`state`);
--> statement
CREATE INDEX `attachments_due` ON `attachments` (`expires_at`);
--> statement
CREATE INDEX `doomed_objects_due` ON `doomed_objects` (`due_at`);
--> statement
CREATE INDEX `message_attachments_attachment` ON `message_attachments` (`attachment_id`);
