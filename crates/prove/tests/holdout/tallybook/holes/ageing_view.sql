-- The view is a barrier but still has its owner's rights, so it shows what everybody owes to every company.
-- about: receivables_ageing, invoices, contacts
-- as: hf_tallybook_app
-- exploit: SET tally.company_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT name, open_cents FROM receivables_ageing;
-- shows: Road-secret contact
CREATE VIEW receivables_ageing WITH (security_barrier = true) AS
SELECT c.company_id, c.name, sum(i.total_cents - i.paid_cents) AS open_cents, min(i.created_at) AS oldest
FROM invoices i
JOIN contacts c ON c.company_id = i.company_id AND c.id = i.contact_id
GROUP BY c.company_id, c.id, c.name;
GRANT SELECT ON receivables_ageing TO hf_tallybook_app;
