-- Undoes 006. LOST: collection flows, the catalogue of adapters, and the credentials of all clients.

DROP VIEW IF EXISTS migration.v_all_flows;
DROP TABLE IF EXISTS
  migration.platform_credentials, migration.platform_adapters, migration.collection_flows;
