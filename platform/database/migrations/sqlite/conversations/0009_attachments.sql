CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`uploader_id` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text,
	`width` integer,
	`height` integer,
	`object_key` text,
	`created_at` integer NOT NULL,
	`expires_at` integer
);
--> statement
CREATE INDEX `attachments_uploader` ON `attachments` (`uploader_id`,`state`);
--> statement
CREATE INDEX `attachments_due` ON `attachments` (`expires_at`);
--> statement
CREATE TABLE `doomed_objects` (
	`key` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL
);
--> statement
CREATE INDEX `doomed_objects_due` ON `doomed_objects` (`due_at`);
--> statement
CREATE TABLE `file_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
--> statement
CREATE TABLE `message_attachments` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`attachment_id` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`, `attachment_id`)
);
--> statement
CREATE INDEX `message_attachments_attachment` ON `message_attachments` (`attachment_id`);
