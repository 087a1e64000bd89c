-- The column grant grows by a column of the tenant's own rows.
GRANT UPDATE (last_used_at) ON gw.api_keys TO ho_gateway_app;
