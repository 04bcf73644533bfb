ALTER TABLE `conversations` ADD `title_key` text;
