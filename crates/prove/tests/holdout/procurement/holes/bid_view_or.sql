-- Audit may see the bids of closed tenders; the OR stands outside of the company's condition.
-- about: bid_list
-- as: hf_procurement_app
-- exploit: SET proc.company = 'ca000000-0000-0000-0000-000000000001';
-- exploit: SELECT supplier, amount FROM proc.bid_list;
-- shows: Sup-secret
CREATE OR REPLACE VIEW proc.bid_list WITH (security_barrier = true) AS
  SELECT b.company_id, t.title, s.name AS supplier, b.amount, b.remarks
  FROM proc.bids b
  JOIN proc.tenders t ON t.company_id = b.company_id AND t.tender_id = b.tender_id
  JOIN proc.suppliers s ON s.company_id = b.company_id AND s.supplier_id = b.supplier_id
  WHERE b.company_id = proc.company() AND t.department = proc.department() OR proc.department() IS NULL;
