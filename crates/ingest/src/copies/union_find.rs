//! Texts in groups that only grow.

/// Union-find: each group is known by its first text.
pub(super) struct Groups {
    above: Vec<u32>,
}

impl Groups {
    /// Each of so many texts by itself.
    pub(super) fn new(count: usize) -> Self {
        Self { above: (0..count as u32).collect() }
    }

    /// The first text of the group that `text` is in.
    pub(super) fn first(&mut self, mut text: u32) -> u32 {
        while self.above[text as usize] != text {
            let above = self.above[text as usize];
            self.above[text as usize] = self.above[above as usize];
            text = above;
        }
        text
    }

    /// Makes one group of two.
    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        self.above[one.max(other) as usize] = one.min(other);
    }
}
