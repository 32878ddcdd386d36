//! What stands beside a correction: that it is checked, the editor's note, and the day.

use dateline_lang::reasons::editor as reasons;
use dateline_model::Evidence;

use crate::overlay::Remark;

/// What readers are told of it.
pub(crate) fn remark(remark: &Remark, checked: bool) -> Vec<Evidence> {
    let mut said = Vec::new();
    if checked {
        said.push(Evidence::new(Evidence::CHECKED, "", reasons::CHECKED));
    }
    match (&remark.note, remark.when) {
        (Some(note), when) => {
            said.push(Evidence::new(Evidence::EDITOR, note.as_str(), reasons::noted(when)));
        }
        (None, Some(day)) => {
            said.push(Evidence::new(Evidence::EDITOR, "", reasons::put_right(day)));
        }
        (None, None) => {}
    }
    said
}
