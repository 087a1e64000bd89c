-- The kiosk writes through a view with its owner's rights, which row security does not hold: any
-- school's name works.
-- about: kiosk_guests, guests
-- as: hf_skischool_app
-- exploit: SET ski.school = 'hill';
-- exploit: INSERT INTO kiosk_guests (school, nr, name) VALUES ('hill-road', 99, 'slipped in');
-- exploit: SET ski.school = 'hill-road';
-- exploit: SELECT 'guest: ' || name FROM guests WHERE nr = 99;
-- shows: guest: slipped in
CREATE VIEW kiosk_guests AS SELECT school, nr, name, born FROM guests;
GRANT INSERT ON kiosk_guests TO hf_skischool_app;
