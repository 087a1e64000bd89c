use super::text::{claim_of, is_tied, settings};
use super::*;

/// Evidence from tables (`name: columns`), keys (`table.column > table`), policies (`table | roles | text`, for one verb
/// with that behind it) and
/// functions (`name | source`).
fn evidence(tables: &[&str], keys: &[&str], policies: &[&str], functions: &[&str]) -> Evidence {
    let mut evidence = Evidence::default();
    for table in tables {
        let (name, columns) = table.split_once(": ").unwrap();
        evidence.tables.insert(name.to_owned(), columns.split(' ').map(str::to_owned).collect());
    }
    for key in keys {
        let (from, to) = key.split_once(" > ").unwrap();
        let (table, column) = from.rsplit_once('.').unwrap();
        evidence.keys.push((table.to_owned(), column.to_owned(), to.to_owned()));
    }
    for policy in policies {
        let parts: Vec<&str> = policy.split(" | ").collect();
        evidence.secured.insert(parts[0].to_owned());
        let columns = evidence.tables[parts[0]].iter().filter(|column| speaks(parts[2], parts[0], column));
        evidence.policies.push(Policy {
            columns: columns.cloned().collect(),
            table: parts[0].to_owned(),
            roles: parts[1].split(' ').map(str::to_owned).collect(),
            text: parts[2].to_owned(),
            admits_all: parts[2] == "true",
            for_all: parts.len() < 4,
        });
    }
    for function in functions {
        let (name, source) = function.split_once(" | ").unwrap();
        evidence.functions.push((name.to_owned(), source.to_owned()));
    }
    evidence
}

/// Whether a policy's text speaks of a column of its own table: other tables' stand behind a name and a dot.
fn speaks(text: &str, table: &str, column: &str) -> bool {
    let own = format!("{}.{column}", table.rsplit('.').next().unwrap());
    let is_of_other = format!(".{column}");
    bulkhead_sql::has_word(&text.replace(&own, column).replace(&is_of_other, ""), column)
}

#[test]
fn a_setting_behind_a_function_is_found_with_key_root_and_roles() {
    let mut evidence = evidence(
        &["app.org: id name", "app.doc: id org_id body", "app.note: id org_id doc_id", "app.plan: id"],
        &["app.doc.org_id > app.org", "app.note.org_id > app.org", "app.note.doc_id > app.doc"],
        &[
            "app.org | public | (id = app.org())",
            "app.doc | public | (org_id = ( SELECT app.org() AS org))",
            "app.note | public | (org_id = ( SELECT app.org() AS org))",
            "app.note | ops | true",
        ],
        &["org | SELECT nullif(current_setting('app.current_org', true), '')::int"],
    );
    evidence.grantees = ["app_user", "ops", "helper"].into_iter().map(str::to_owned).collect();
    evidence.groups.insert("helper".to_owned(), BTreeSet::from(["ops".to_owned()]));
    let inferred = infer(&evidence).unwrap();
    let Tenancy { level, root, key, app_role, context, .. } = inferred.tenancy;
    assert_eq!(level, Level::Row);
    assert_eq!((root.as_deref(), key.as_deref()), (Some("app.org"), Some("org_id")));
    assert_eq!(app_role, ["app_user"]);
    assert_eq!(context.setting.as_deref(), Some("app.current_org"));
    assert_eq!((context.claim, context.membership), (None, None));
    let keys: Vec<&str> = inferred.reasons.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["level", "key", "root", "setting", "app_role"]);
}

#[test]
fn claims_and_a_membership_table_are_found() {
    let evidence = evidence(
        &["core.ws: id", "core.member: id ws_id user_id", "core.doc: id ws_id"],
        &["core.member.ws_id > core.ws", "core.doc.ws_id > core.ws"],
        &[
            "core.member | web | (ws_id = ANY (my_ws()))",
            "core.doc | web | (ws_id = ANY (my_ws()))",
            "core.doc | service | true",
        ],
        &[
            "my_ws | SELECT m.ws_id FROM core.member AS m WHERE m.user_id = auth.uid()",
            "uid | SELECT (current_setting('request.jwt.claims', true)::jsonb ->> 'sub')::uuid",
        ],
    );
    let tenancy = infer(&evidence).unwrap().tenancy;
    assert_eq!(tenancy.app_role, ["web"]);
    assert_eq!(tenancy.context.setting.as_deref(), Some("request.jwt.claims"));
    assert_eq!(tenancy.context.claim.as_deref(), Some("sub"));
    let membership = tenancy.context.membership.unwrap();
    assert_eq!((membership.table.as_str(), membership.user.as_str()), ("core.member", "user_id"));
}

#[test]
fn of_two_settings_the_one_that_the_key_is_compared_with_is_the_context() {
    let evidence = evidence(
        &["app.org: id", "app.doc: org_id site_id", "app.note: org_id site_id"],
        &["app.doc.org_id > app.org"],
        &[
            "app.doc | web | ((org_id = ( SELECT org() AS org)) AND (site_id = ( SELECT site() AS site)))",
            "app.note | public | ((site_id = ( SELECT site() AS site)) AND (org_id = ( SELECT org() AS org)))",
        ],
        &["org | SELECT current_setting('x.org')", "site | SELECT current_setting('x.site')"],
    );
    let tenancy = infer(&evidence).unwrap().tenancy;
    assert_eq!(tenancy.context.setting.as_deref(), Some("x.org"));
}

#[test]
fn a_role_that_reads_some_table_whole_is_an_application_all_the_same() {
    let evidence = evidence(
        &["app.org: id", "app.doc: org_id", "app.config: id"],
        &["app.doc.org_id > app.org"],
        &["app.doc | web | (org_id = org())", "app.config | web | true", "app.doc | web | true | select"],
        &["org | SELECT current_setting('x.org')"],
    );
    assert_eq!(infer(&evidence).unwrap().tenancy.app_role, ["web"]);
}

/// Where every user has something of its own beside what belongs to the organisation.
#[test]
fn the_column_that_a_lookup_goes_by_is_no_tenant() {
    let member = "(EXISTS ( SELECT FROM roles r WHERE ((r.user_id = uid()) AND (r.org_id = TABLE.org_id))))";
    let policies: Vec<String> = ["crm.firm", "crm.deal", "crm.lead"]
        .map(|table| {
            format!("{table} | web | {}", member.replace("TABLE", table.rsplit('.').next().unwrap()))
        })
        .into();
    let mut policies: Vec<&str> = policies.iter().map(String::as_str).collect();
    policies.extend(["crm.roles | web | (user_id = uid())", "crm.profile | web | (user_id = uid())"]);
    let evidence = evidence(
        &[
            "crm.org: id",
            "crm.roles: user_id org_id",
            "crm.firm: id user_id org_id",
            "crm.deal: id user_id org_id",
            "crm.lead: id user_id org_id",
            "crm.profile: user_id",
        ],
        &["crm.firm.user_id > crm.user", "crm.deal.user_id > crm.user", "crm.firm.org_id > crm.org"],
        &policies,
        &["uid | SELECT current_setting('app.user', true)::uuid"],
    );
    let Inferred { tenancy, reasons } = infer(&evidence).unwrap();
    assert_eq!((tenancy.root.as_deref(), tenancy.key.as_deref()), (Some("crm.org"), Some("org_id")));
    let membership = tenancy.context.membership.unwrap();
    assert_eq!((membership.table.as_str(), membership.user.as_str()), ("crm.roles", "user_id"));
    let reason = |key: &str| reasons.iter().find(|(line, _)| line == key).map(|(_, it)| it.as_str()).unwrap();
    assert_eq!(
        reason("key"),
        "policies of 3 tables speak of it; not sure: policies of 2 tables speak of user_id"
    );
    assert_eq!(reason("setting"), "3 policies for tenants lead to current_setting('app.user')");
}

#[test]
fn a_policy_that_asks_its_own_table_hides_no_membership() {
    let evidence = evidence(
        &["public.lists: id", "public.fans: user_id list_id", "public.pay: id list_id"],
        &["public.fans.list_id > public.lists", "public.pay.list_id > public.lists"],
        &[
            "public.pay | web | is_fan(list_id)",
            "public.fans | web | is_fan(list_id)",
            "public.fans | web | ((me() IS NOT NULL) AND (user_id = me()) AND (NOT (EXISTS ( SELECT 1 FROM fans o \
             WHERE (o.list_id = fans.list_id))))) | insert",
        ],
        &[
            "me | SELECT current_setting('app.me', true)::uuid",
            "is_fan | SELECT EXISTS (SELECT 1 FROM fans f WHERE f.list_id = $1 AND f.user_id = me())",
        ],
    );
    let Inferred { tenancy, reasons } = infer(&evidence).unwrap();
    assert_eq!(tenancy.key.as_deref(), Some("list_id"));
    let membership = tenancy.context.membership.unwrap();
    assert_eq!((membership.table.as_str(), membership.user.as_str()), ("public.fans", "user_id"));
    assert!(reasons.iter().all(|(_, reason)| !reason.contains("compare")), "{reasons:?}");
}

#[test]
fn a_claim_that_is_compared_with_a_constant_names_no_tenant() {
    let evidence = evidence(
        &["app.team: id", "app.seat: team_id user_id", "app.doc: id team_id"],
        &["app.seat.team_id > app.team", "app.doc.team_id > app.team"],
        &["app.seat | web | sits(team_id)", "app.doc | web | sits(team_id)"],
        &[
            "role | SELECT current_setting('jwt.claims', true)::jsonb ->> 'role'",
            "uid | SELECT (current_setting('jwt.claims', true)::jsonb ->> 'sub')::uuid",
            "sits | BEGIN IF role() = 'service' THEN RETURN true; END IF; RETURN mine() ? $1::text; END",
            "mine | SELECT seats FROM cache WHERE user_id = uid()",
        ],
    );
    let Inferred { tenancy, reasons } = infer(&evidence).unwrap();
    assert_eq!(tenancy.context.claim.as_deref(), Some("sub"));
    assert_eq!(tenancy.context.membership.map(|it| it.table).as_deref(), Some("app.seat"));
    let unsure = "not sure: no policy is seen to look team_id up, but only app.seat has it and user_id";
    assert!(reasons.contains(&("membership".to_owned(), unsure.to_owned())), "{reasons:?}");
    // Of two such tables none is chosen.
    let mut evidence = evidence;
    evidence.tables.insert("app.invite".to_owned(), vec!["team_id".to_owned(), "user_id".to_owned()]);
    let Inferred { tenancy, reasons } = infer(&evidence).unwrap();
    assert_eq!(tenancy.context.membership, None);
    let unsure = "2 policies for tenants lead to current_setting('jwt.claims'); not sure: none is seen to lead from it \
                  to team_id; tables with it and a user: app.invite, app.seat";
    assert!(reasons.contains(&("setting".to_owned(), unsure.to_owned())), "{reasons:?}");
}

#[test]
fn a_column_that_is_compared_with_constants_is_no_tenant() {
    let tied: &[(&str, bool)] = &[
        ("(bucket_id = 'files'::text)", false),
        ("(bucket_id = ANY (ARRAY['a'::text, 'b'::text]))", false),
        ("((bucket_id)::text = ('files'::character varying)::text)", false),
        ("((bucket_id)::character varying <> 'x'::text)", false),
        ("(bucket_id IS NOT NULL)", false),
        ("(bucket_id OR (org = 1))", false),
        ("((org = 1) AND (NOT bucket_id))", false),
        ("(bucket_id = 7)", false),
        ("((bucket_id)::text = current_setting('x.y'::text))", true),
        ("(bucket_id = NULL::text)", false),
        ("(bucket_id = (NULLIF(current_setting('x.y'::text, true), ''::text))::uuid)", true),
        ("(bucket_id = true_bucket())", true),
        ("may_read(bucket_id)", true),
        ("may_read('x'::text, (bucket_id)::text)", true),
        ("(x.id = objects.bucket_id)", true),
        ("(bucket_id IN ( SELECT f()))", true),
        ("((bucket_id = 'a'::text) OR (bucket_id = mine()))", true),
    ];
    for (text, is) in tied {
        assert_eq!(is_tied(text, "bucket_id"), *is, "{text}");
    }
    let evidence = evidence(
        &["app.bucket: id", "app.object: id bucket_id", "app.config: id owner"],
        &["app.object.bucket_id > app.bucket"],
        &["app.object | web | (bucket_id = 'files'::text)", "app.config | web | (owner = who())"],
        &["who | SELECT current_setting('app.who')"],
    );
    let tenancy = infer(&evidence).unwrap().tenancy;
    assert_eq!((tenancy.root, tenancy.key.as_deref()), (None, Some("owner")));
}

#[test]
fn what_primary_keys_begin_with_is_a_tenant_whatever_its_name() {
    let tables = ["a: id", "b: ring_id id", "c: ring_id id", "d: ring_id id", "e: id"];
    let tables = tables.map(|table| format!("public.{table}"));
    let mut evidence = evidence(&tables.each_ref().map(String::as_str), &[], &[], &[]);
    assert!(infer(&evidence).is_none());
    assert_eq!(frequent(&evidence), [("ring_id".to_owned(), 3)]);
    evidence.firsts = ["b", "c", "d"].map(|table| (format!("public.{table}"), "ring_id".to_owned())).into();
    evidence.callers = BTreeSet::from(["api".to_owned()]);
    let Inferred { tenancy, reasons } = infer(&evidence).unwrap();
    assert_eq!((tenancy.key.as_deref(), tenancy.app_role), (Some("ring_id"), vec!["api".to_owned()]));
    let reason = "3 of 5 tables have it, and 3 of 3 primary keys with several columns begin with it";
    assert!(reasons.contains(&("key".to_owned(), reason.to_owned())), "{reasons:?}");
}

#[test]
fn schemas_that_hold_the_same_tables_are_tenants() {
    let evidence =
        evidence(&["a.doc: id", "a.note: id", "b.doc: id", "b.note: id", "public.plan: id"], &[], &[], &[]);
    let tenancy = infer(&evidence).unwrap().tenancy;
    assert_eq!(tenancy.level, Level::Schema);
    assert_eq!(tenancy.context.schemas.keys().collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn nothing_is_guessed_from_nothing() {
    let tables =
        ["public.a: id user_id", "public.b: id user_id", "public.user: id", "public.c: id", "public.d: id"];
    let keys = ["public.a.user_id > public.user", "public.b.user_id > public.user"];
    assert!(infer(&evidence(&tables, &keys, &[], &[])).is_none());
}

/// Tables, keys, and what is found: root, key, and the reason for the root.
type Named<'t> = (&'t [&'t str], &'t [&'t str], &'t str, &'t str, &'t str);

#[test]
fn without_policies_names_and_keys_tell() {
    let cases: &[Named<'_>] = &[
        (
            &[
                "public.Tenant: id",
                "public.Job: id tenantId",
                "public.Step: id tenantId jobId",
                "public.Kind: id",
            ],
            &["public.Job.tenantId > public.Tenant", "public.Step.tenantId > public.Tenant"],
            "public.Tenant",
            "tenantId",
            "2 foreign keys lead from tenantId to it",
        ),
        (
            &["app.companies: id", "app.a: company_id", "app.b: company_id team_id", "app.c: team_id"],
            &[],
            "app.companies",
            "company_id",
            "it is called like company_id",
        ),
        (
            &["app.shop: id", "app.a: shop", "app.b: shop", "app.c: shop", "app.d: id"],
            &["app.a.shop > app.shop", "app.b.shop > app.shop", "app.c.shop > app.shop"],
            "app.shop",
            "shop",
            "3 foreign keys lead from shop to it",
        ),
    ];
    for (tables, keys, root, key, why) in cases {
        let Inferred { tenancy, reasons } = infer(&evidence(tables, keys, &[], &[])).expect(root);
        assert_eq!((tenancy.root.as_deref(), tenancy.key.as_deref()), (Some(*root), Some(*key)));
        assert_eq!(reasons[0].1, "no policies: tenants are kept apart by the application alone");
        assert!(reasons.contains(&("root".to_owned(), (*why).to_owned())), "{reasons:?}");
    }
}

#[test]
fn settings_and_claims_are_found_in_texts() {
    assert_eq!(
        settings("current_setting('a.b', true) || current_setting('a.b') || current_setting('jit')"),
        ["a.b"]
    );
    assert_eq!(settings("mine('x.y'); SELECT current_setting(name, true) <> 'a b.c'"), ["x.y"]);
    assert!(settings("mine('x.y')").is_empty());
    let text = "current_setting('a.b') = 'x', current_setting('c.d')::json ->> 'sub'";
    assert_eq!((claim_of(text, "a.b"), claim_of(text, "c.d").as_deref()), (None, Some("sub")));
}
