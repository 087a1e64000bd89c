-- Fewer rights for the application.
REVOKE SELECT ON desk.ticket_numbers FROM ho_desk_web;
