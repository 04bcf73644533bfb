CREATE TABLE `registry_approvals` (
	`environment` text NOT NULL,
	`change_id` text NOT NULL,
	`author` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `change_id`)
);
--> statement
CREATE TABLE `registry_environments` (
	`name` text PRIMARY KEY NOT NULL,
	`current` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement
CREATE TABLE `registry_operations` (
	`environment` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`coordinates` text NOT NULL,
	`last_day` text NOT NULL,
	PRIMARY KEY(`environment`, `hash`)
);
--> statement
CREATE INDEX `registry_operations_age` ON `registry_operations` (`last_day`);
--> statement
CREATE TABLE `registry_schemas` (
	`hash` text PRIMARY KEY NOT NULL,
	`sdl` text NOT NULL
);
--> statement
CREATE TABLE `registry_usage` (
	`environment` text NOT NULL,
	`day` text NOT NULL,
	`hash` text NOT NULL,
	`client_name` text NOT NULL,
	`client_version` text NOT NULL,
	`requests` integer NOT NULL,
	PRIMARY KEY(`environment`, `day`, `hash`, `client_name`, `client_version`)
);
--> statement
CREATE INDEX `registry_usage_age` ON `registry_usage` (`day`);
--> statement
CREATE TABLE `registry_versions` (
	`environment` text NOT NULL,
	`number` integer NOT NULL,
	`subgraphs` text NOT NULL,
	`supergraph_hash` text NOT NULL,
	`changes` text NOT NULL,
	`restores` integer,
	`author` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `number`)
);
