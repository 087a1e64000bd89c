-- Scans become large objects with rights for the application, and large objects have no policies: all can
-- be read.
-- about: attach, scans
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: SELECT convert_from(lo_get(oid), 'UTF8') FROM pg_largeobject_metadata;
-- shows: Road-secret scan
CREATE TABLE law.scans (
  firm text NOT NULL REFERENCES law.firms (slug),
  title text NOT NULL,
  content oid NOT NULL,
  PRIMARY KEY (firm, title)
);
ALTER TABLE law.scans ENABLE ROW LEVEL SECURITY;
ALTER TABLE law.scans FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_wall ON law.scans USING (firm = law.current_firm());
GRANT SELECT, INSERT, UPDATE, DELETE ON law.scans TO hf_lawfirm_app;
CREATE FUNCTION law.attach(p_title text, p_content bytea) RETURNS oid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, pg_temp AS $$
DECLARE
  v_oid oid := lo_from_bytea(0, p_content);
BEGIN
  EXECUTE format('GRANT SELECT ON LARGE OBJECT %s TO hf_lawfirm_app', v_oid);
  INSERT INTO scans (firm, title, content) VALUES (current_firm(), p_title, v_oid);
  RETURN v_oid;
END
$$;
