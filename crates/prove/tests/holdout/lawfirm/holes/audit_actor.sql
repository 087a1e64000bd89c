-- A lawyer may read what he did himself, but the number of a lawyer is only known within a firm.
-- about: audit
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: SET law.lawyer = '1';
-- exploit: SELECT row_data FROM law.audit;
-- shows: Road-secret audit
ALTER POLICY firm_wall ON law.audit
  USING (CASE WHEN law.current_lawyer() IS NULL THEN firm = law.current_firm()
              ELSE lawyer_no = law.current_lawyer() END)
  WITH CHECK (firm = law.current_firm());
