ALTER TABLE `members` ADD `settings_version` integer DEFAULT 0 NOT NULL;
