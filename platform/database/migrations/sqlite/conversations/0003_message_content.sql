CREATE TABLE `hidden_messages` (
	`conversation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `user_id`, `seq`)
);
--> statement
CREATE TABLE `mentions` (
	`conversation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `user_id`, `seq`)
);
--> statement
CREATE TABLE `message_edits` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`rev` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`, `version`)
);
--> statement
CREATE TABLE `pins` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`pinned_by` text NOT NULL,
	`pinned_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`)
);
--> statement
CREATE TABLE `reactions` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`emoji` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`, `emoji`, `user_id`)
);
--> statement
CREATE TABLE `thread_messages` (
	`conversation_id` text NOT NULL,
	`root_seq` integer NOT NULL,
	`pos` integer NOT NULL,
	`seq` integer NOT NULL,
	`sender_id` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `root_seq`, `pos`)
);
--> statement
CREATE INDEX `thread_messages_sender` ON `thread_messages` (`conversation_id`,`root_seq`,`sender_id`,`pos`);
--> statement
CREATE TABLE `thread_reads` (
	`conversation_id` text NOT NULL,
	`root_seq` integer NOT NULL,
	`user_id` text NOT NULL,
	`read_pos` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `root_seq`, `user_id`)
);
--> statement
CREATE TABLE `threads` (
	`conversation_id` text NOT NULL,
	`root_seq` integer NOT NULL,
	`last_pos` integer NOT NULL,
	`last_reply_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `root_seq`)
);
--> statement
CREATE TABLE `message_search` (
	`doc_id` integer PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`sender_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`text` text NOT NULL
);
--> statement
CREATE UNIQUE INDEX `message_search_message` ON `message_search` (`conversation_id`,`seq`);
--> statement
CREATE TABLE `expiries` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`)
);
--> statement
CREATE INDEX `expiries_due` ON `expiries` (`expires_at`);
--> statement
CREATE TABLE `scheduled_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`sender_id` text NOT NULL,
	`client_message_id` text NOT NULL,
	`draft` text NOT NULL,
	`send_at` integer NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`created_at` integer NOT NULL
);
--> statement
CREATE INDEX `scheduled_messages_due` ON `scheduled_messages` (`state`,`send_at`);
--> statement
CREATE INDEX `scheduled_messages_sender` ON `scheduled_messages` (`sender_id`,`send_at`,`id`);
--> statement
ALTER TABLE `messages` ADD `rev` integer DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `messages` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement
ALTER TABLE `messages` ADD `edited_at` integer;
--> statement
ALTER TABLE `messages` ADD `deleted_at` integer;
--> statement
ALTER TABLE `messages` ADD `deleted_by` text;
--> statement
ALTER TABLE `messages` ADD `expires_at` integer;
--> statement
ALTER TABLE `messages` ADD `extras` text;
--> statement
UPDATE `messages` SET `rev` = `e`.`rev` FROM `events` AS `e` WHERE `e`.`type` = 'MessageSent' AND `messages`.`conversation_id` = `e`.`conversation_id` AND `messages`.`seq` = json_extract(`e`.`payload`, '$.message.seq');
--> statement
CREATE VIRTUAL TABLE `message_search_index` USING fts5(`text`, content='message_search', content_rowid='doc_id', tokenize='trigram case_sensitive 1');
--> statement
CREATE TRIGGER `message_search_added` AFTER INSERT ON `message_search` BEGIN
	INSERT INTO `message_search_index` (`rowid`, `text`) VALUES (new.`doc_id`, new.`text`);
END;
--> statement
CREATE TRIGGER `message_search_removed` AFTER DELETE ON `message_search` BEGIN
	INSERT INTO `message_search_index` (`message_search_index`, `rowid`, `text`) VALUES ('delete', old.`doc_id`, old.`text`);
END;
--> statement
CREATE TRIGGER `message_search_changed` AFTER UPDATE ON `message_search` BEGIN
	INSERT INTO `message_search_index` (`message_search_index`, `rowid`, `text`) VALUES ('delete', old.`doc_id`, old.`text`);
	INSERT INTO `message_search_index` (`rowid`, `text`) VALUES (new.`doc_id`, new.`text`);
END;
--> statement
INSERT INTO `message_search` (`conversation_id`, `seq`, `sender_id`, `created_at`, `text`) SELECT `conversation_id`, `seq`, `sender_id`, `created_at`, lower(`text`) FROM `messages`;
