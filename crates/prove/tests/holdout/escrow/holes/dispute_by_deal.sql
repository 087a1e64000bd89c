-- One dispute for a reference in all agencies: whoever opens one learns whether another agency has one.
-- about: disputes, one_open_dispute
-- as: hf_escrow_app
-- exploit: SET app.agency = 'acorn';
-- exploit: INSERT INTO escrow.parties VALUES ('acorn', 'P3', 'x', 'x');
-- exploit: INSERT INTO escrow.deals (agency, deal_ref, buyer_ref, seller_ref, title, price_cents)
-- exploit: VALUES ('acorn', 'D-9', 'P1', 'P2', 'probe', 1);
-- exploit: INSERT INTO escrow.disputes (agency, deal_ref, reason) VALUES ('acorn', 'D-9', 'probe');
-- shows: duplicate key value
-- A deal may have several disputes one after another, of which one may be open.
ALTER TABLE escrow.disputes DROP CONSTRAINT disputes_pkey;
ALTER TABLE escrow.disputes ADD COLUMN closed_at timestamptz;
ALTER TABLE escrow.disputes ADD PRIMARY KEY (agency, deal_ref, opened_at);
CREATE UNIQUE INDEX one_open_dispute ON escrow.disputes (deal_ref) WHERE closed_at IS NULL;
