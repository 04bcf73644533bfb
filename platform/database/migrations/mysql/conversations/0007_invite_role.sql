ALTER TABLE `invites` ADD `role` varchar(16) character set ascii collate ascii_bin DEFAULT 'MEMBER' NOT NULL;
