-- All rights on all tables include TRUNCATE, which no policy stops: one operator empties the table of all.
-- about: fines, tickets, cards, products, TRUNCATE, truncate
-- as: hf_farebox_app
-- exploit: SET transit.operator = '10';
-- exploit: TRUNCATE transit.fines;
-- exploit: SET transit.operator = '20';
-- exploit: SELECT 'fines left=' || count(*) FROM transit.fines;
-- shows: fines left=0
GRANT ALL ON transit.products, transit.cards, transit.tickets, transit.fines TO hf_farebox_app;
