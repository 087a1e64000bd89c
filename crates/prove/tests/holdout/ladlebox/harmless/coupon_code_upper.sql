-- Harmless: codes are unique without regard to case, but within a kitchen only.

CREATE UNIQUE INDEX coupons_code_key ON kits.coupons (kitchen_id, upper(code));
