-- Lost: all provider keys, connector credentials, the log of their rotations and their validation results.

DROP TABLE IF EXISTS key_validation_results;
DROP TABLE IF EXISTS secret_rotation_log;
DROP TABLE IF EXISTS connector_installations;
DROP TABLE IF EXISTS provider_keys;
