//! Shares of tenants by a Zipf law.

/// The weight of each of so many tenants, the largest first: the tenant with number n counts 1 / (n + 1)^s.
pub(crate) fn weights(tenants: usize, exponent: f64) -> Vec<f64> {
    (1..=tenants).map(|rank| (rank as f64).powf(-exponent)).collect()
}

/// Divides a total by weights, by largest remainders, so that the shares add up to it. Each gets `least` first; a
/// total that is too small for that is exceeded.
pub(crate) fn apportion(total: u64, weights: &[f64], least: u64) -> Vec<u64> {
    let tenants = weights.len() as u64;
    let free = total.saturating_sub(least * tenants);
    let sum: f64 = weights.iter().sum();
    let exact: Vec<f64> = weights.iter().map(|weight| free as f64 * weight / sum).collect();
    let mut shares: Vec<u64> = exact.iter().map(|share| share.floor() as u64).collect();
    let given: u64 = shares.iter().sum();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder
        .sort_by(|one, other| exact[*other].fract().total_cmp(&exact[*one].fract()).then(one.cmp(other)));
    let left = usize::try_from(free.saturating_sub(given)).unwrap_or(0);
    by_remainder.iter().cycle().take(left).for_each(|tenant| shares[*tenant] += 1);
    shares.iter().map(|share| share + least).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_fall_by_the_law() {
        for (total, tenants, exponent) in
            [(1_000_000, 1_000, 1.07), (10, 3, 1.0), (999, 7, 0.0), (12_345, 1, 2.0)]
        {
            let shares = apportion(total, &weights(tenants, exponent), 1);
            assert_eq!(shares.iter().sum::<u64>(), total, "{total} {tenants} {exponent}");
            assert!(shares.is_sorted_by(|one, other| one >= other), "{shares:?}");
        }
        let shares = apportion(1_000_000, &weights(1_000, 1.0), 0);
        assert!(shares[0].abs_diff(shares[99] * 100) < 100, "{} {}", shares[0], shares[99]);
    }

    #[test]
    fn nobody_gets_less_than_the_least() {
        assert_eq!(apportion(2, &weights(3, 1.0), 2), [2, 2, 2]);
    }
}
