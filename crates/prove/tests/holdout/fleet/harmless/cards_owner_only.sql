-- A table made from a query that nobody may read.
CREATE TABLE fleet.cards_to_print AS SELECT operator, card_no FROM fleet.fuel_cards;
