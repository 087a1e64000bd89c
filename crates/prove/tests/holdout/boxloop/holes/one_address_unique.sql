-- An email address may be on hold in one shop only, so a refused row tells that another shop has it on hold.
-- about: subscribers, subscribers_on_hold_email, email
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: INSERT INTO subscribers (shop_id, email, full_name) VALUES (1, 'bo@road.test', 'Probe');
-- shows: duplicate key value
ALTER TABLE subscribers ADD COLUMN on_hold boolean NOT NULL DEFAULT true;
CREATE UNIQUE INDEX subscribers_on_hold_email ON subscribers (lower(email)) WHERE on_hold;
