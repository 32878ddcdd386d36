//! The parts with texts that stay: what is looked at, and the last ones besides.

use std::sync::Arc;

use crate::codec::Rows;

/// So many parts stay, of about 200,000 bytes each; more where more of them are looked at.
const MOST: usize = 12;

pub(super) struct Recent {
    /// What was looked at last comes last.
    parts: Vec<One>,
    /// By part: whether it came.
    came: Vec<bool>,
    turn: u32,
}

struct One {
    part: usize,
    rows: Arc<Rows>,
    /// When it was looked at.
    turn: u32,
}

impl Recent {
    pub fn new(parts: usize) -> Self {
        Self { parts: Vec::new(), came: vec![false; parts], turn: 1 }
    }

    /// A part, if it is here; `looked` has it stay.
    pub fn get(&mut self, part: usize, looked: bool) -> Option<Arc<Rows>> {
        let at = self.parts.iter().position(|one| one.part == part)?;
        if looked {
            let one = self.parts.remove(at);
            self.parts.push(One { turn: self.turn, ..one });
            return self.parts.last().map(|one| one.rows.clone());
        }
        Some(self.parts[at].rows.clone())
    }

    /// Takes a part. What is looked at since the last turn never goes for it: else who looks at many at once
    /// would never have all.
    pub fn put(&mut self, part: usize, rows: Rows, looked: bool) {
        self.came[part] = true;
        self.parts.retain(|one| one.part != part);
        while self.parts.len() >= MOST {
            let Some(at) = self.parts.iter().position(|one| one.turn != self.turn) else { break };
            self.parts.remove(at);
        }
        let turn = if looked { self.turn } else { 0 };
        self.parts.push(One { part, rows: Arc::new(rows), turn });
    }

    pub fn came(&self, part: usize) -> bool {
        self.came[part]
    }

    pub fn turn(&mut self) {
        self.turn = self.turn.wrapping_add(1).max(1);
    }
}
