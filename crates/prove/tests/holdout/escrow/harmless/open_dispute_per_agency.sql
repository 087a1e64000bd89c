-- One open dispute for a deal, within its agency: the unique index begins with the agency.
ALTER TABLE escrow.disputes DROP CONSTRAINT disputes_pkey;
ALTER TABLE escrow.disputes ADD COLUMN closed_at timestamptz;
ALTER TABLE escrow.disputes ADD PRIMARY KEY (agency, deal_ref, opened_at);
CREATE UNIQUE INDEX one_open_dispute ON escrow.disputes (agency, deal_ref) WHERE closed_at IS NULL;
