-- Handhelds were slow, so the courier role was freed from row security: each courier reads all pickup codes.
-- about: hf_lockers_courier, parcels, events, stations, boxes, operators
-- as: hf_lockers_courier
-- exploit: SET app.operator_id = '1';
-- exploit: SELECT pickup_code FROM lock.parcels;
-- shows: Road-secret code
ALTER ROLE hf_lockers_courier BYPASSRLS;
