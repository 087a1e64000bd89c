-- Tenant A learns whether a stream of another tenant exists: ids became unique everywhere.
-- about: streams
-- as: ho_eventlog_app
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET es.tenant = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO es.streams (tenant_id, kind, external_ref) VALUES
-- exploit: ('bbbbbbbb-0000-4000-8000-000000000000', 'x', 'order-4711');
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO es.streams (tenant_id, kind, external_ref) VALUES
-- exploit: ('aaaaaaaa-0000-4000-8000-000000000000', 'x', 'order-4711');
-- shows: duplicate key
ALTER TABLE es.streams ADD COLUMN external_ref text;
CREATE UNIQUE INDEX streams_external_ref ON es.streams (external_ref);
