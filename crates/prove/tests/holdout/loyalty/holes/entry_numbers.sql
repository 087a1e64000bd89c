-- Redemptions get their number from an identity column that all programmes share.
-- about: redemptions, redemption_serial
-- as: hf_loyalty_app
-- exploit: SET loyalty.program = '1';
-- exploit: SELECT 'serial ' || last_value FROM redemption_serial;
-- shows: serial 1001
CREATE SEQUENCE redemption_serial START 1001;
ALTER TABLE redemptions ADD COLUMN serial bigint NOT NULL DEFAULT nextval('redemption_serial');
GRANT USAGE, SELECT ON SEQUENCE redemption_serial TO hf_loyalty_app;
