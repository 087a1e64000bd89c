//! What tells the rows of a table apart where no column does by itself.

use super::crop::{Crop, Digit, Pick, Source};
use super::maker::Maker;
use super::settle::Ground;
use super::world::World;
use crate::schema::Key;

impl Ground<'_> {
    /// Lets digits tell rows apart where no column does by itself. The keys with the fewest columns come first:
    /// they leave the least room. With `in_step`, links of a key go on in step instead, so that rows agree about what
    /// is above the rows that they point to.
    pub(super) fn add_digits(
        &self,
        world: &World,
        table: usize,
        crop: &mut Crop,
        stream: &dyn Fn(&str) -> u64,
        in_step: bool,
    ) -> Vec<Limit> {
        let found = &self.schema.tables[table];
        let mut keys: Vec<&Key> = found.keys.iter().collect();
        keys.sort_by_key(|key| key.columns.len());
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut limits = Vec::new();
        for key in keys {
            let columns = found.ungenerated(&key.columns);
            let is_apart = |column: &usize| match &crop.sources[*column] {
                Source::Made { maker: Maker::Null, .. } => key.plain,
                Source::Made { maker, .. } => maker.is_unique(),
                _ => false,
            };
            if columns.iter().any(is_apart) {
                continue;
            }
            let mut own = false;
            let mut links: Vec<usize> = Vec::new();
            let mut choices: Vec<(usize, u64)> = Vec::new();
            for &column in &columns {
                match &crop.sources[column] {
                    Source::Tenant { .. } => own = true,
                    Source::Linked { link, .. } => {
                        let parent = crop.links[*link].parent;
                        own |= world.tables[parent].per_tenant;
                        let is_tenant = self.root.is_some_and(|(root, _)| root == parent);
                        let is_tree = matches!(crop.links[*link].pick, Pick::Tree { .. });
                        if !is_tenant && !is_tree && !links.contains(link) {
                            links.push(*link);
                        }
                    }
                    Source::Made { maker, .. } => {
                        if let Some(number) = maker.choices().filter(|number| *number > 1) {
                            choices.push((column, number));
                        }
                    }
                    Source::Generated | Source::Stated { .. } => {}
                }
            }
            links.sort_by_key(|link| {
                let found = &crop.links[*link];
                (std::cmp::Reverse(world.tables[found.parent].rows()), found.apart.is_some(), *link)
            });
            let mut members = Vec::new();
            let straight = if in_step { std::mem::take(&mut links) } else { Vec::new() };
            for link in links {
                let at = crop.digits.iter().position(|digit| *digit == Digit::Link(link));
                let free = crop.links[link].with.is_empty();
                if let Some(at) = at {
                    members.push(at);
                } else if free || crop.digits.is_empty() {
                    crop.links[link].pick = Pick::Digit(crop.digits.len());
                    members.push(crop.digits.len());
                    crop.digits.push(Digit::Link(link));
                    let other = crop.links[link].apart.map(|other| &crop.links[other].pick);
                    if !matches!(other, Some(Pick::Digit(_))) {
                        crop.links[link].apart = None;
                    }
                }
            }
            for (column, number) in choices {
                let at = places.iter().find(|(other, _)| *other == column).map(|(_, at)| *at);
                let at = at.unwrap_or_else(|| {
                    let at = crop.digits.len();
                    places.push((column, at));
                    crop.digits.push(Digit::Choices(number));
                    let maker = match &crop.sources[column] {
                        Source::Made { maker, .. } => maker.clone(),
                        _ => Maker::Null,
                    };
                    let stream = stream(&found.columns[column].name);
                    crop.sources[column] = Source::Made { maker, stream, digit: Some(at) };
                    at
                });
                members.push(at);
            }
            let digits = (0..crop.digits.len()).take_while(|digit| members.contains(digit)).count();
            let whole = crop.per_tenant && !own;
            let symmetric = !key.plain && members.len() > 1;
            limits.push(Limit { key: key.name.clone(), digits, whole, symmetric, straight });
        }
        limits
    }
}

/// What a key lets in.
pub(super) struct Limit {
    pub(super) key: String,
    /// So many digits make its rows differ.
    pub(super) digits: usize,
    /// Whether rows of all tenants have to differ, of which the digits know nothing.
    pub(super) whole: bool,
    /// Whether perhaps a pair counts as the same when it is turned round.
    pub(super) symmetric: bool,
    /// Links that go on in step: they differ as long as the one that leads to the most rows does.
    pub(super) straight: Vec<usize>,
}
