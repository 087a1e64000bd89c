-- The label view runs with its owner's rights, so every kitchen prints the addresses of all the others.
-- about: box_labels, boxes, subscribers
-- as: hf_ladlebox_app
-- exploit: SET app.kitchen_id = 'a0000000-0000-0000-0000-000000000001';
-- exploit: SELECT address, door_note FROM kits.box_labels;
-- shows: Road-secret street

CREATE VIEW kits.box_labels AS
SELECT b.kitchen_id, b.box_no, s.address, b.door_note
FROM kits.boxes b
JOIN kits.subscribers s ON s.kitchen_id = b.kitchen_id AND s.id = b.subscriber_id
WHERE b.status = 'planned';
GRANT SELECT ON kits.box_labels TO hf_ladlebox_app;
