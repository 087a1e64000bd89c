-- Harmless: an address is invited once, but once for each organisation.

CREATE UNIQUE INDEX training_invitation_email_uniq ON training_invitation (organisation_id, lower(email));
