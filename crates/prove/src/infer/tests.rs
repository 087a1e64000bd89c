use super::text::{claim_of, settings};
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
        evidence.policies.push(Policy {
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
        &["app.doc | web | (org_id = 1)", "app.config | web | true", "app.doc | web | true | select"],
        &[],
    );
    assert_eq!(infer(&evidence).unwrap().tenancy.app_role, ["web"]);
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
