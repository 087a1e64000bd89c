-- Replacing the view drops its option, so it runs with its owner's rights and lists the claims of all
-- makers.
-- about: claims_open
-- as: hf_warranty_app
-- exploit: SET warranty.maker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT story FROM claims_open;
-- shows: Road-secret story
-- The first page shows the status, too.
CREATE OR REPLACE VIEW claims_open AS
  SELECT c.number, c.serial, c.story, c.status FROM claims_claim c WHERE c.status <> 'closed';
