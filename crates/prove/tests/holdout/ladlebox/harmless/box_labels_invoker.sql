-- Harmless: the label view asks the policies of the reader, as it is a security_invoker view.

CREATE VIEW kits.box_labels WITH (security_invoker = true) AS
SELECT b.kitchen_id, b.box_no, s.address, b.door_note
FROM kits.boxes b
JOIN kits.subscribers s ON s.kitchen_id = b.kitchen_id AND s.id = b.subscriber_id
WHERE b.status = 'planned';
GRANT SELECT ON kits.box_labels TO hf_ladlebox_app;
