//! Things in groups that only grow.

/// Union-find: each group is known by one of its members.
pub(crate) struct UnionFind {
    above: Vec<u32>,
}

impl UnionFind {
    /// Each of so many by itself.
    pub(crate) fn new(count: usize) -> Self {
        Self { above: (0..count as u32).collect() }
    }

    /// The one by which the group of `at` is known.
    pub(crate) fn first(&mut self, mut at: u32) -> u32 {
        while self.above[at as usize] != at {
            let above = self.above[at as usize];
            self.above[at as usize] = self.above[above as usize];
            at = above;
        }
        at
    }

    /// Whether a group is known by it.
    pub(crate) fn is_first(&self, at: u32) -> bool {
        self.above[at as usize] == at
    }

    /// Makes one group of two, known by the lesser of the two that they were known by.
    pub(crate) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        self.put(one.max(other), one.min(other));
    }

    /// Makes one group of two, by what they are known by; the second stays.
    pub(crate) fn put(&mut self, gone: u32, kept: u32) {
        self.above[gone as usize] = kept;
    }
}
