-- Open tenders are to be seen by suppliers of all companies, and the table has the reserve price in it.
-- about: tenders, open_tenders
-- as: hf_procurement_app
-- exploit: SET proc.company = 'ca000000-0000-0000-0000-000000000001';
-- exploit: SELECT title, reserve_price FROM proc.tenders;
-- shows: Tender-secret
CREATE POLICY open_tenders ON proc.tenders FOR SELECT TO PUBLIC
  USING (state = 'open' AND (opens_at IS NULL OR opens_at <= now()));
