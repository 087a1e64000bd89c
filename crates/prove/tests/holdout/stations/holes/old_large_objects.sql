-- For an old program the rights on large objects were switched off: any login reads any station's jingles.
-- about: lo_compat_privileges, large object, pg_largeobject
-- as: hf_stations_hill
-- exploit: SELECT convert_from(lo_get(oid), 'UTF8') FROM pg_largeobject_metadata;
-- shows: Road-secret jingle
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET lo_compat_privileges = on', current_database());
END
$$;
