ALTER TABLE `conversations` ADD `title_key` varchar(360);
