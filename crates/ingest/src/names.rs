//! Finds names in bodies and gives all spellings of one name one entity.

use dateline_model::{Entity, Mention};

use crate::Draft;
use crate::overlay::Overlay;

/// What the stage returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// By kind, then by number of articles, then by name.
    pub entities: Vec<Entity>,
    /// For each draft, its mentions in order.
    pub mentions: Vec<Vec<Mention>>,
}

/// Finds the names of a whole corpus.
pub fn find(drafts: &[Draft], overlay: &Overlay) -> Names {
    let _ = overlay;
    Names { entities: Vec::new(), mentions: vec![Vec::new(); drafts.len()] }
}
