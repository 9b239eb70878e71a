//! Words for the answer to the person who asked. They are copied into the school's own letter: nothing is sent from here.

use domain::access::{Outcome, Release, Released};

use super::sheets::on;

/// A paragraph each. What they are not to learn of is in none of them.
pub(super) fn letter(release: &Release) -> Vec<String> {
    let said: Vec<&Released> = release.set.iter().filter(|one| !one.unsaid).collect();
    let count = |outcome: Outcome| said.iter().filter(|one| one.outcome == outcome).count();
    let request = &release.request;
    let mut all = vec![format!(
        "On {} you asked us for: {}. This is our answer. Please give the number {} if you write to us about it.",
        on(Some(request.received)),
        request.scope.trim_end_matches('.'),
        request.number
    )];
    let places: Vec<&str> = release
        .searched
        .iter()
        .map(|looked| looked.place.as_str())
        .collect();
    if !places.is_empty() {
        all.push(format!("We looked in these places: {}.", places.join("; ")));
    }
    all.push(given(count(Outcome::Give), count(Outcome::Part)));
    let mut reasons: Vec<String> = Vec::new();
    for reason in said.iter().flat_map(|one| &one.reasons) {
        let text = format!("{} ({}).", reason.plain.trim_end_matches('.'), reason.law);
        if !reason.plain.is_empty() && !reasons.contains(&text) {
            reasons.push(text);
        }
    }
    if reasons.is_empty() && release.open == 0 {
        // True whatever is withheld, and says nothing of whether anything is.
        all.push("This is everything that you have a right to be given.".to_owned());
    } else if !reasons.is_empty() {
        all.push(
            "We have left some information out, or not given it. For each piece, this is why:"
                .to_owned(),
        );
        all.extend(reasons);
    }
    if release.open > 0 {
        let rest = release.rest.trim_end_matches('.');
        all.push(if rest.is_empty() {
            "We have not finished with everything, and will write again.".to_owned()
        } else {
            format!("We have not finished with everything, and will write again: {rest}.")
        });
    }
    all.push(
        "What we hold this information for, where it came from, who sees it and how long we keep it stands in our privacy notice, which is enclosed. You may ask us to put right what is wrong in it, and in some cases to remove it or to stop using it."
            .to_owned(),
    );
    all.push(
        "If you are not content with this answer, you may complain to us; we will tell you within 30 days that we have your complaint, and then what came of it. You also have the right to complain to the Information Commissioner (ico.org.uk/make-a-complaint, telephone 0303 123 1113), and to ask a court to decide."
            .to_owned(),
    );
    all
}

fn given(whole: usize, part: usize) -> String {
    let records = |n: usize| match n {
        1 => "one record".to_owned(),
        n => format!("{n} records"),
    };
    match (whole, part) {
        (0, 0) => "There is nothing that we can give you.".to_owned(),
        (whole, 0) => format!("We give you {}.", records(whole)),
        (0, part) => format!("We give you part of {}.", records(part)),
        (whole, part) => format!(
            "We give you {}, and part of {}.",
            records(whole),
            records(part)
        ),
    }
}
