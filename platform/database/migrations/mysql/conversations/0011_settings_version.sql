ALTER TABLE `members` ADD `settings_version` bigint DEFAULT 0 NOT NULL;
