-- Tenant A reads the cards that are being issued: a table made from a query carries no policies.
-- about: cards_to_print
-- as: ho_fleet_app
-- exploit: SET fleet.session = '{"operator": 1}';
-- exploit: SELECT pin_hash FROM fleet.cards_to_print;
-- shows: pin-secret
CREATE TABLE fleet.cards_to_print AS SELECT operator, card_no, pin_hash FROM fleet.fuel_cards;
GRANT SELECT ON fleet.cards_to_print TO ho_fleet_app;
