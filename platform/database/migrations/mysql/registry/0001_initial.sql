CREATE TABLE `registry_approvals` (
	`environment` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`change_id` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`author` varchar(200) NOT NULL,
	`reason` varchar(1000) NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `registry_approvals_environment_change_id_pk` PRIMARY KEY(`environment`,`change_id`)
);
--> statement
CREATE TABLE `registry_environments` (
	`name` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`current` bigint NOT NULL,
	`updated_at` bigint NOT NULL,
	CONSTRAINT `registry_environments_name` PRIMARY KEY(`name`)
);
--> statement
CREATE TABLE `registry_operations` (
	`environment` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(200) NOT NULL,
	`text` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`coordinates` json NOT NULL,
	`last_day` varchar(10) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `registry_operations_environment_hash_pk` PRIMARY KEY(`environment`,`hash`)
);
--> statement
CREATE TABLE `registry_schemas` (
	`hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`sdl` mediumtext character set utf8mb4 collate utf8mb4_bin NOT NULL,
	CONSTRAINT `registry_schemas_hash` PRIMARY KEY(`hash`)
);
--> statement
CREATE TABLE `registry_usage` (
	`environment` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`day` varchar(10) character set ascii collate ascii_bin NOT NULL,
	`hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`client_name` varchar(100) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`client_version` varchar(100) character set utf8mb4 collate utf8mb4_bin NOT NULL,
	`requests` bigint NOT NULL,
	CONSTRAINT `registry_usage_pk` PRIMARY KEY(`environment`,`day`,`hash`,`client_name`,`client_version`)
);
--> statement
CREATE TABLE `registry_versions` (
	`environment` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`number` bigint NOT NULL,
	`subgraphs` json NOT NULL,
	`supergraph_hash` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`changes` json NOT NULL,
	`restores` bigint,
	`author` varchar(200) NOT NULL,
	`note` varchar(1000) NOT NULL,
	`created_at` bigint NOT NULL,
	CONSTRAINT `registry_versions_environment_number_pk` PRIMARY KEY(`environment`,`number`)
);
--> statement
CREATE INDEX `registry_operations_age` ON `registry_operations` (`last_day`);
--> statement
CREATE INDEX `registry_usage_age` ON `registry_usage` (`day`);
