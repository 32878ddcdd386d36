//! Nothing found: which single choice to take back.

use crate::selection::{Choice, Relaxation, Selection};

/// The choice whose loss brings most articles back, then most events, then the
/// first of the selection. `None` where something is found, or where no single
/// choice is to blame. `count` tells how many articles and events a selection
/// has, its words being asked for where the second argument says so.
pub(crate) fn relax(
    selection: &Selection,
    count: &dyn Fn(&Selection, bool) -> (u32, u32),
) -> Option<Relaxation> {
    if count(selection, true) != (0, 0) {
        return None;
    }
    let choices = [Choice::Query]
        .into_iter()
        .chain(selection.with.iter().map(|&entity| Choice::With(entity)))
        .chain(selection.without.iter().map(|&entity| Choice::Without(entity)))
        .chain([Choice::Outlets, Choice::Dates]);
    let mut best: Option<Relaxation> = None;
    for choice in choices {
        let mut rest = selection.clone();
        drop_choice(&mut rest, choice);
        if rest == *selection {
            continue;
        }
        let (articles, events) = count(&rest, choice != Choice::Query);
        if (articles, events) > best.map_or((0, 0), |best| (best.articles, best.events)) {
            best = Some(Relaxation { drop: choice, articles, events });
        }
    }
    best
}

fn drop_choice(selection: &mut Selection, choice: Choice) {
    match choice {
        Choice::Query => selection.q.clear(),
        Choice::With(entity) => selection.with.retain(|&other| other != entity),
        Choice::Without(entity) => selection.without.retain(|&other| other != entity),
        Choice::Outlets => selection.outlets.clear(),
        Choice::Dates => (selection.from, selection.to) = (None, None),
    }
}
