//! What the editor has to say of names, beside what they name.

use dateline_model::Entity;
use dateline_text::fold;

use super::remark;
use crate::overlay::NameOverlay;

/// Puts note and day of the editor's corrections before the reasons of the names that they are of.
pub(crate) fn name(entities: &mut [Entity], rows: &[NameOverlay]) {
    for row in rows {
        let key = fold(&row.name);
        let is_called = |entity: &&mut Entity| {
            let mut spellings = entity.spellings.iter().map(|spelling| &spelling.text);
            fold(&entity.name) == key || spellings.any(|text| fold(text) == key)
        };
        for entity in entities.iter_mut().filter(is_called) {
            entity.evidence.splice(0..0, remark(&row.remark, false));
        }
    }
}
