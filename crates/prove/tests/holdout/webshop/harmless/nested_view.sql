-- A view over the view of the same forced owner.
SET LOCAL ROLE ho_webshop_owner;
CREATE VIEW shop.red_products AS SELECT * FROM shop.product_sheet WHERE attributes ->> 'color' = 'red';
GRANT SELECT ON shop.red_products TO ho_webshop_app;
RESET ROLE;
