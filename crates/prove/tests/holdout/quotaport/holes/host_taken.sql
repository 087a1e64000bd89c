-- A login learns that another tenant serves a host, because a host may be routed once on the whole gateway.
-- about: routes_host_path_once, routes
-- as: hf_quotaport_app
-- exploit: SET gateway.tenant = 'acme';
-- exploit: INSERT INTO gw.routes (tenant, route_no, service_no, host)
-- exploit:   VALUES ('acme', 9, 1, 'road-secret.example');
-- shows: routes_host_path_once
CREATE UNIQUE INDEX routes_host_path_once ON gw.routes (host, path);
