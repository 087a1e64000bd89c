-- Tenant A reads the sheets of all stores: the view was given to the administrator.
-- about: product_sheet
-- as: ho_webshop_app
-- exploit: SET app.store = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM shop.product_sheet;
-- shows: PB-secret
ALTER VIEW shop.product_sheet OWNER TO postgres;
