-- Row security was switched off for a backfill and not switched on again.
-- about: duty_postings
-- as: hf_quaydeclare_app
-- exploit: SET customs.broker = 'anchor';
-- exploit: SELECT memo FROM customs.duty_postings;
-- shows: Pier-secret posting
ALTER TABLE customs.duty_postings DISABLE ROW LEVEL SECURITY;
ALTER TABLE customs.duty_postings ADD COLUMN currency text;
UPDATE customs.duty_postings SET currency = 'EUR';
ALTER TABLE customs.duty_postings ALTER COLUMN currency SET DEFAULT 'EUR';
