//! How a session becomes a tenant's: the setting, what is taken from it, and the way from a user to the tenant.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_project::{Context, Membership};
use bulkhead_sql::{has_word, relations};

use super::text::{arguments, claim_of, claims_of, compared_with, settings};
use super::{Evidence, Policy, counted};

/// Claims of every token, which name no tenant: what it is, until when it holds, and what the bearer may do.
const COMMON_CLAIMS: &[&str] = &["role", "aud", "iss", "exp", "iat", "nbf", "jti"];

/// The context, and why.
#[derive(Default)]
pub(super) struct Way {
    pub context: Context,
    pub reasons: Vec<(String, String)>,
}

impl Way {
    /// From the policies that speak of the key, and those of the root.
    pub(super) fn find(evidence: &Evidence, key: &str, root: Option<&str>) -> Way {
        let policies: Vec<&Policy> = evidence
            .policies
            .iter()
            .filter(|policy| policy.columns.contains(key) || root == Some(policy.table.as_str()))
            .collect();
        let bodies: Vec<String> = policies.iter().map(|policy| evidence.expanded(&policy.text)).collect();
        let sides = |column: &str| -> Vec<String> {
            let sides = policies.iter().flat_map(|policy| compared_with(&policy.text, column));
            sides.map(|side| evidence.expanded(side)).collect()
        };
        let compared = sides(key);
        let Some((setting, _)) = setting(&compared, key).or_else(|| setting(&bodies, key)) else {
            return Way::default();
        };
        let mut way = Way::default();
        let mut because = |line: &str, reason: String| way.reasons.push((line.to_owned(), reason));
        let reads = |text: &&String| settings(text).contains(&setting);
        let ways = Ways::read(evidence, &policies, key);
        let doubt = ways.doubt(key);
        let membership = ways.membership(key, root);
        let (direct, through) = (compared.iter().filter(reads).count(), bodies.iter().filter(reads).count());
        because(
            "setting",
            match (&membership, direct) {
                (None, 1..) => format!(
                    "{} {key} with current_setting('{setting}')",
                    counted(direct, "condition of a policy compares", "conditions of policies compare")
                ),
                (known, _) => {
                    let lead = counted(through, "policy for tenants leads", "policies for tenants lead");
                    let doubt = if known.is_some() { "" } else { &doubt };
                    format!("{lead} to current_setting('{setting}'){doubt}")
                }
            },
        );
        let users = membership.iter().flat_map(|(it, _)| {
            let of_user = bodies.iter().flat_map(|body| compared_with(body, &it.user));
            of_user.map(|side| evidence.expanded(side)).collect::<Vec<_>>()
        });
        let claim =
            compared.iter().cloned().chain(users).find_map(|side| claim_of(&side, &setting)).or_else(|| {
                let mut claims = bodies.iter().flat_map(|body| claims_of(body, &setting));
                claims.find(|claim| !COMMON_CLAIMS.contains(&claim.as_str()))
            });
        if let Some(claim) = &claim {
            because("claim", format!("the setting is read as JSON, and '{claim}' taken from it"));
        }
        let membership = membership.map(|(membership, reason)| {
            because("membership", reason);
            membership
        });
        way.context = Context { setting: Some(setting), claim, membership, ..Context::default() };
        way
    }
}

/// The setting that most texts lead to; of several, one that is read as JSON, or has words of the key in its name.
fn setting(bodies: &[String], key: &str) -> Option<(String, usize)> {
    let mut policies: BTreeMap<String, usize> = BTreeMap::new();
    for body in bodies {
        for name in settings(body) {
            *policies.entry(name).or_default() += 1;
        }
    }
    let is_json = |name: &str| bodies.iter().any(|body| claim_of(body, name).is_some());
    let words =
        |name: &str| key.split('_').filter(|word| name.split(['.', '_']).any(|part| part == *word)).count();
    policies.into_iter().max_by_key(|(name, number)| (*number, is_json(name), words(name)))
}

/// The ways from the session to the key that policies take.
#[derive(Default)]
struct Ways {
    /// Whether one compares the key itself with the setting.
    is_direct: bool,
    /// Tables with the key and with a user's column by which they are looked up, and by how many policies.
    looked_up: BTreeMap<(String, String), usize>,
    /// Tables with both that no policy is seen to look up.
    alike: Vec<(String, String)>,
}

impl Ways {
    fn read(evidence: &Evidence, policies: &[&Policy], key: &str) -> Ways {
        let mut ways = Ways::default();
        for policy in policies {
            let called: Vec<String> =
                evidence.called(&policy.text).iter().map(|(_, body)| evidence.expanded(body)).collect();
            let body = called.join("\n");
            // Where the key itself goes: into a comparison, or into a function.
            let sides = compared_with(&policy.text, key).into_iter().map(|side| evidence.expanded(side));
            let given = evidence
                .called(&policy.text)
                .into_iter()
                .filter(|(name, _)| arguments(&policy.text, name).iter().any(|list| has_word(list, key)));
            let mut given = given.map(|(_, body)| evidence.expanded(body));
            let mut sides = sides.filter(|side| !settings(side).is_empty());
            ways.is_direct |= sides.any(|side| tables(evidence, &side, key).next().is_none())
                || given.any(|body| !settings(&body).is_empty() && relations(&body).is_empty());
            let in_policy = tables(evidence, &policy.text, key).filter(|(table, _)| **table != policy.table);
            let asked: BTreeMap<&String, &Vec<String>> =
                in_policy.chain(tables(evidence, &body, key)).collect();
            let text = format!("{}\n{body}", policy.text);
            for (table, columns) in asked {
                if let Some(user) = user(evidence, columns, key, &text) {
                    *ways.looked_up.entry((table.clone(), user)).or_default() += 1;
                }
            }
        }
        let of_user = |columns: &Vec<String>| columns.iter().find(|column| is_user(column, key)).cloned();
        ways.alike = evidence
            .tables
            .iter()
            .filter(|(_, columns)| columns.iter().any(|column| column == key))
            .filter_map(|(table, columns)| Some((table.clone(), of_user(columns)?)))
            .collect();
        ways
    }

    /// What is said where no way is seen.
    fn doubt(&self, key: &str) -> String {
        if self.is_direct {
            return String::new();
        }
        let alike: Vec<&str> = self.alike.iter().map(|(table, _)| table.as_str()).collect();
        let memberships = match alike.as_slice() {
            [] => String::new(),
            alike => format!("; tables with it and a user: {}", alike.join(", ")),
        };
        format!("; not sure: none is seen to lead from it to {key}{memberships}")
    }

    /// The table where policies look the key up by a user, unless one compares the key itself with the context.
    fn membership(self, key: &str, root: Option<&str>) -> Option<(Membership, String)> {
        let found = self.looked_up.into_iter().max_by_key(|(_, number)| *number);
        if self.is_direct {
            return None;
        }
        let told = |table: String, user: String, reason: String| {
            Some((Membership { table, tenant: key.to_owned(), user }, reason))
        };
        match (found, self.alike.as_slice()) {
            (Some(((table, user), _)), _) => {
                let reason = format!("policies look {key} up in {table}, by {user}");
                told(table, user, reason)
            }
            (None, [(table, user)]) if root != Some(table.as_str()) => {
                let reason = format!(
                    "not sure: no policy is seen to look {key} up, but only {table} has it and {user}"
                );
                told(table.clone(), user.clone(), reason)
            }
            _ => None,
        }
    }
}

/// The tables with the key that a text names.
fn tables<'e>(
    evidence: &'e Evidence,
    text: &str,
    key: &'e str,
) -> impl Iterator<Item = (&'e String, &'e Vec<String>)> + use<'e> {
    let named: BTreeSet<String> = relations(text).into_iter().map(|mention| mention.name).collect();
    evidence.tables.iter().filter(move |(table, columns)| {
        let short = table.rsplit('.').next().unwrap_or(table);
        named.contains(short) && columns.iter().any(|column| column == key)
    })
}

fn is_user(column: &str, key: &str) -> bool {
    column != key && column.contains("user")
}

/// The column by which a table is looked up: one for a user, else one that is compared with a setting.
fn user(evidence: &Evidence, columns: &[String], key: &str, text: &str) -> Option<String> {
    let named = columns.iter().filter(|column| *column != key && has_word(text, column));
    let named: Vec<&String> = named.collect();
    let is_told = |column: &&&String| {
        compared_with(text, column).iter().any(|side| !settings(&evidence.expanded(side)).is_empty())
    };
    let of_user = named.iter().find(|column| is_user(column, key));
    of_user.or_else(|| named.iter().find(is_told)).map(|column| (*column).clone())
}
