-- Scanners connect without an organiser, and the policy for them lets every ticket through when there is
-- none.
-- about: scans, tickets, own_rows, gate_devices, organizer
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = '';
-- exploit: SELECT holder FROM tickets;
-- shows: Road-secret holder
-- Old scanners at the gates send no organiser; they have only the seat.
CREATE POLICY gate_devices ON tickets FOR SELECT
  USING (coalesce(current_setting('box.organizer', true), '') = '');
