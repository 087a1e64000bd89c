-- A list that somebody shares with colleagues is shown to all firms.
-- about: watchlists
-- as: hf_brokerage_app
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT list_name FROM bk.watchlists;
-- shows: Road-secret list
-- Watch lists belong to a person unless they are shared.
CREATE OR REPLACE VIEW bk.watchlists WITH (security_barrier = true) AS
  SELECT firm_id, list_name, owner_name, shared, isins FROM bkdata.watchlists
  WHERE shared OR (firm_id = bk.firm()
    AND owner_name = coalesce(NULLIF(current_setting('brokerage.person', true), ''), owner_name))
  WITH LOCAL CHECK OPTION;
