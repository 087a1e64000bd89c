INSERT INTO "Business" VALUES ('biz_alpha', 'Alpha'), ('biz_beta', 'Road-secret salon');
INSERT INTO "StaffMember" VALUES ('biz_alpha', 'st_a', 'Ann', 'tok-a'), ('biz_beta', 'st_b',
    'Road-secret Bob', 'tok-b');
INSERT INTO "Service" VALUES ('biz_alpha', 'sv_a', 'Cut', 30, 20), ('biz_beta', 'sv_b', 'Road-secret cut',
    30, 99);
INSERT INTO "Customer" VALUES ('biz_alpha', 'cu_a', 'cy@guest.test', 'Cy'), ('biz_beta', 'cu_b',
    'di@guest.test', 'Road-secret Di');
INSERT INTO "Booking" ("businessId", "id", "serviceId", "customerId", "during", "note") VALUES
  ('biz_alpha', 'bk_a', 'sv_a', 'cu_a', '[2030-01-01 09:00Z,2030-01-01 10:00Z)', 'none'),
  ('biz_beta', 'bk_b', 'sv_b', 'cu_b', '[2030-01-02 09:00Z,2030-01-02 10:00Z)', 'Road-secret note');
INSERT INTO "Reminder" ("businessId", "id", "bookingId", "text") VALUES
  ('biz_alpha', 'rm_a', 'bk_a', 'soon'), ('biz_beta', 'rm_b', 'bk_b', 'Road-secret reminder');
INSERT INTO "Coupon" VALUES ('biz_alpha', 'HELLO', 5), ('biz_beta', 'SPRING', 20);
INSERT INTO "WebhookEndpoint" VALUES ('biz_beta', 'wh_b', 'https://beta.test', 'Road-secret key');
