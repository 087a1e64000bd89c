//! Which policies hold for a role and a verb, and what their texts look like.

use super::ground::{Facts, Policy};
use super::report::Verb;

/// What is wrong with the policies that let a verb through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// One of them is constantly true.
    AlwaysTrue,
    /// One compares the tenant with a pattern.
    Pattern,
    /// Several permissive ones are joined by OR.
    PermissiveOr,
    /// A subquery's column took the place of the row's.
    Capture,
    /// None of them looks at the context.
    Tautology,
}

/// The permissive policies for a verb; `applies` tells whether a policy's roles reach the attacker.
pub(super) fn permissive<'f>(
    facts: &'f Facts,
    verb: Verb,
    applies: &dyn Fn(&[u32]) -> bool,
) -> Vec<&'f Policy> {
    let letter = match verb {
        Verb::Insert => 'a',
        Verb::Update => 'w',
        Verb::Delete => 'd',
        _ => 'r',
    };
    let holds = |policy: &&Policy| {
        policy.permissive
            && matches!(policy.command, '*' | 'r' | 'a' | 'w' | 'd')
            && (policy.command == '*' || policy.command == letter)
            && applies(&policy.roles)
    };
    facts.policies.iter().filter(holds).collect()
}

/// The likeliest fault of the policies that let rows of another tenant through.
pub(super) fn fault(policies: &[&Policy]) -> Fault {
    let texts: Vec<&str> = policies.iter().filter_map(|policy| text(policy)).collect();
    if texts.contains(&"true") {
        return Fault::AlwaysTrue;
    }
    if texts.iter().any(|text| is_pattern(text)) {
        return Fault::Pattern;
    }
    if policies.len() > 1 {
        return Fault::PermissiveOr;
    }
    match texts.first() {
        Some(text) if text.contains("SELECT") => Fault::Capture,
        _ => Fault::Tautology,
    }
}

fn text(policy: &Policy) -> Option<&str> {
    match policy.command {
        'a' => policy.check.as_deref(),
        _ => policy.using.as_deref(),
    }
}

fn is_pattern(text: &str) -> bool {
    [" ~~ ", " ~~* ", " ~ ", "starts_with(", "POSITION(", "strpos(", " ^@ ", "lower(", "upper("]
        .iter()
        .any(|sign| text.contains(sign))
}
