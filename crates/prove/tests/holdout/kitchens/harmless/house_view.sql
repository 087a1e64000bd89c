-- A view within the house.
CREATE VIEW basil.menu AS SELECT name, cost FROM basil.dishes;
GRANT SELECT ON basil.menu TO hf_kitchens_basil;
