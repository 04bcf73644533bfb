CREATE TABLE `hidden_messages` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	CONSTRAINT `hidden_messages_conversation_id_user_id_seq_pk` PRIMARY KEY(`conversation_id`,`user_id`,`seq`)
);
--> statement
CREATE TABLE `mentions` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	CONSTRAINT `mentions_conversation_id_user_id_seq_pk` PRIMARY KEY(`conversation_id`,`user_id`,`seq`)
);
--> statement
CREATE TABLE `message_edits` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`version` bigint NOT NULL,
	`text` text NOT NULL,
	`written_at` bigint NOT NULL,
	`rev` bigint NOT NULL,
	CONSTRAINT `message_edits_conversation_id_seq_version_pk` PRIMARY KEY(`conversation_id`,`seq`,`version`)
);
--> statement
CREATE TABLE `pins` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`pinned_by` char(36) character set ascii collate ascii_bin NOT NULL,
	`pinned_at` bigint NOT NULL,
	CONSTRAINT `pins_conversation_id_seq_pk` PRIMARY KEY(`conversation_id`,`seq`)
);
--> statement
CREATE TABLE `reactions` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`emoji` varchar(32) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `reactions_conversation_id_seq_emoji_user_id_pk` PRIMARY KEY(`conversation_id`,`seq`,`emoji`,`user_id`)
);
--> statement
ALTER TABLE `reactions` PARTITION BY KEY (`conversation_id`) PARTITIONS 16;
--> statement
CREATE TABLE `thread_messages` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`root_seq` bigint NOT NULL,
	`pos` bigint NOT NULL,
	`seq` bigint NOT NULL,
	`sender_id` char(36) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `thread_messages_conversation_id_root_seq_pos_pk` PRIMARY KEY(`conversation_id`,`root_seq`,`pos`)
);
--> statement
CREATE TABLE `thread_reads` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`root_seq` bigint NOT NULL,
	`user_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`read_pos` bigint NOT NULL,
	CONSTRAINT `thread_reads_conversation_id_root_seq_user_id_pk` PRIMARY KEY(`conversation_id`,`root_seq`,`user_id`)
);
--> statement
CREATE TABLE `threads` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`root_seq` bigint NOT NULL,
	`last_pos` bigint NOT NULL,
	`last_reply_at` bigint NOT NULL,
	CONSTRAINT `threads_conversation_id_root_seq_pk` PRIMARY KEY(`conversation_id`,`root_seq`)
);
--> statement
CREATE TABLE `message_search` (
	`doc_id` bigint AUTO_INCREMENT NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`sender_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`created_at` bigint NOT NULL,
	`text` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `message_search_doc_id` PRIMARY KEY(`doc_id`),
	CONSTRAINT `message_search_message` UNIQUE(`conversation_id`,`seq`)
);
--> statement
CREATE TABLE `expiries` (
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`expires_at` bigint NOT NULL,
	CONSTRAINT `expiries_conversation_id_seq_pk` PRIMARY KEY(`conversation_id`,`seq`)
);
--> statement
CREATE TABLE `scheduled_messages` (
	`id` char(36) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`sender_id` char(36) character set ascii collate ascii_bin NOT NULL,
	`client_message_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`draft` json NOT NULL,
	`send_at` bigint NOT NULL,
	`state` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`failure` varchar(64) character set ascii collate ascii_bin,
	`created_at` bigint NOT NULL,
	CONSTRAINT `scheduled_messages_id` PRIMARY KEY(`id`)
);
--> statement
ALTER TABLE `messages` ADD `rev` bigint DEFAULT 0 NOT NULL;
--> statement
ALTER TABLE `messages` ADD `version` bigint DEFAULT 1 NOT NULL;
--> statement
ALTER TABLE `messages` ADD `edited_at` bigint;
--> statement
ALTER TABLE `messages` ADD `deleted_at` bigint;
--> statement
ALTER TABLE `messages` ADD `deleted_by` char(36) character set ascii collate ascii_bin;
--> statement
ALTER TABLE `messages` ADD `expires_at` bigint;
--> statement
ALTER TABLE `messages` ADD `extras` json;
--> statement
CREATE INDEX `thread_messages_sender` ON `thread_messages` (`conversation_id`,`root_seq`,`sender_id`,`pos`);
--> statement
CREATE INDEX `expiries_due` ON `expiries` (`expires_at`);
--> statement
CREATE INDEX `scheduled_messages_due` ON `scheduled_messages` (`state`,`send_at`);
--> statement
CREATE INDEX `scheduled_messages_sender` ON `scheduled_messages` (`sender_id`,`send_at`,`id`);
--> statement
UPDATE `messages` AS `m` JOIN `events` AS `e` ON `m`.`conversation_id` = `e`.`conversation_id` AND `m`.`seq` = CAST(JSON_EXTRACT(`e`.`payload`, '$.message.seq') AS UNSIGNED) SET `m`.`rev` = `e`.`rev` WHERE `e`.`type` = 'MessageSent';
--> statement
SET SESSION innodb_ft_enable_stopword = OFF;
--> statement
ALTER TABLE `message_search` ADD FULLTEXT INDEX `message_search_text` (`text`) WITH PARSER ngram;
--> statement
SET SESSION innodb_ft_enable_stopword = DEFAULT;
--> statement
INSERT INTO `message_search` (`conversation_id`, `seq`, `sender_id`, `created_at`, `text`) SELECT `conversation_id`, `seq`, `sender_id`, `created_at`, lower(`text`) FROM `messages`;
