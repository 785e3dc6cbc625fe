//! Whether a survey still asks what was answered (U-19): answers are kept under the keys of questions and the numbers
//! of options, and would count for others.

use super::survey::{Put, Survey};
use crate::base::language::Localised;

/// Whether whoever answered `before` has answered `after`, too: no question of it is gone or answered otherwise, and
/// none of its questions and options says what another did. Other words, and more questions, are no matter.
pub(super) fn asks_the_same(before: &Survey, after: Option<&Survey>) -> bool {
    let (before, after) = (before.put(), after.map(Survey::put).unwrap_or_default());
    let same = |old: &Put<'_>| after.iter().position(|new| new.key == old.key);
    let Some(same) = before.iter().map(same).collect::<Option<Vec<usize>>>() else {
        return false;
    };
    let pairs = || before.iter().zip(same.iter().map(|at| &after[*at]));
    let owns = pairs().filter_map(|(old, new)| Some((&old.own?.label, &new.own?.label)));
    pairs().all(|(old, new)| is_answered_alike(old, new)) && !have_moved(owns.collect())
}

fn is_answered_alike(old: &Put<'_>, new: &Put<'_>) -> bool {
    let has_same_options = match (old.own, new.own) {
        (None, None) => true,
        (Some(old), Some(new)) => !have_moved(old.options.iter().zip(&new.options).collect()),
        _ => false,
    };
    old.kind == new.kind && old.choices == new.choices && has_same_options
}

/// Whether one of these, each as it was and as it is, says now what another did.
fn have_moved(labels: Vec<(&Localised, &Localised)>) -> bool {
    let says = |label: &Localised, text| label.keyed().iter().any(|(_, other)| *other == text);
    labels.iter().enumerate().any(|(at, (was, is))| {
        let mut texts = is.keyed().into_iter().map(|(_, text)| text);
        texts.any(|text| {
            let mut others = labels.iter().enumerate().filter(|(other, _)| *other != at);
            !says(was, text) && others.any(|(_, (other, _))| says(other, text))
        })
    })
}
