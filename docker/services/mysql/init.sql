-- Run at every start, so every statement can be repeated. One statement a line: --init-file asks for it.
CREATE DATABASE IF NOT EXISTS parley_users CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS parley_conversations CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS parley_registry CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS 'parley'@'%' IDENTIFIED BY 'parley';
-- All databases of that prefix: tests make their own beside these.
GRANT ALL PRIVILEGES ON `parley\_%`.* TO 'parley'@'%';
