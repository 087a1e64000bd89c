-- A materialized view knows no row level security: everybody reads what each company paid to whom.
-- about: payout_totals, payouts
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: SELECT payee, total_cents FROM pay.payout_totals;
-- shows: Road-secret Bea
CREATE MATERIALIZED VIEW pay.payout_totals AS
SELECT company_id, payee, sum(amount_cents) AS total_cents, count(*) AS payouts
FROM pay.payouts
GROUP BY company_id, payee;
CREATE UNIQUE INDEX payout_totals_key ON pay.payout_totals (company_id, payee);
GRANT SELECT ON pay.payout_totals TO hf_gigpurse_app;
