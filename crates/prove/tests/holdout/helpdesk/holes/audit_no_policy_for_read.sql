-- Tenant A reads the audit trail of all tenants: support wanted to see recent entries.
-- about: audit
-- as: ho_desk_web
-- exploit: SET desk.customer = 'acme';
-- exploit: SELECT new_row FROM desk.audit;
-- shows: TZ-secret
CREATE POLICY recent ON desk.audit FOR SELECT USING (at > now() - interval '1 day');
