-- Without a firm in the session the column is compared with itself, so the wages of all firms are shown.
-- about: crew, firm_rows
-- as: hf_scaffold_app
-- exploit: SELECT full_name, wage_cents FROM scaf.crew;
-- shows: Tube-secret crew
-- The yearly run for wages works over all firms.
ALTER POLICY firm_rows ON scaf.crew
  USING (firm_id = COALESCE(scaf.firm(), firm_id));
