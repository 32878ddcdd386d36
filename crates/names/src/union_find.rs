//! Which of a row of things are one.

/// Sets of places that joins have made one.
pub(crate) struct UnionFind {
    parents: Vec<usize>,
}

impl UnionFind {
    pub(crate) fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    /// The place that stands for all that are one with `at`.
    pub(crate) fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// Makes two one; whether they were two. The earlier stands for both.
    pub(crate) fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
        one != other
    }
}
