//! A fixed disorder.

/// The numbers below `count`, in an order that looks like none and is the same
/// for the same `seed`.
pub(crate) fn order(count: usize, seed: u64) -> Vec<usize> {
    let mut out: Vec<usize> = (0..count).collect();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for at in (1..count).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        out.swap(at, ((state >> 33) as usize) % (at + 1));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn every_number_comes_once_and_the_seed_decides_when() {
        let mut one = order(100, 1);
        assert_eq!(one, order(100, 1));
        assert_ne!(one, order(100, 2));
        one.sort_unstable();
        assert_eq!(one, (0..100).collect::<Vec<_>>());
    }
}
