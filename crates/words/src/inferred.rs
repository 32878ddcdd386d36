//! What speaks for a date that no source states.

use dateline_model::{DayRange, Evidence};

use crate::days::range;
use crate::quoted::quoted;

/// "inferred from “on Wednesday”, possibly 12 March to 14 March 2024".
pub(crate) fn inferred(evidence: &[Evidence], bounds: Option<DayRange>) -> String {
    let mut out = String::from("inferred");
    if let Some(seen) = evidence.iter().find(|evidence| !evidence.text.is_empty()) {
        out.extend([" from ", &quoted(&seen.text)]);
    }
    if let Some(bounds) = bounds.filter(|bounds| bounds.days() > 1) {
        out.extend([", possibly ", &range(bounds)]);
    }
    out
}
