-- Orders of all organisers take numbers from one sequence that each may read: it tells how much the others
-- sell.
-- about: Order_number_seq
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: SELECT 'orders of all so far: ' || last_value FROM "Order_number_seq";
-- shows: orders of all so far: 3
ALTER TABLE "Order" ADD COLUMN "number" serial;
GRANT USAGE, SELECT ON SEQUENCE "Order_number_seq" TO hf_ticketing_app;
