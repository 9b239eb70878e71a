//! What concerns are filed under: the school's own names beside the known ones.

use domain::school::OwnCategory as Own;

use super::settings::set;
use crate::Office;
use crate::office::create_refuse as refuse;
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, OwnCategory, Problem};

/// Longest name, in characters: it stands in lists.
const LONGEST: usize = 60;

/// Sets the school's own categories, and which of the known ones it does not offer. What is filed already stays as it is.
pub fn save_categories(
    office: &mut Office,
    own: Vec<OwnCategory>,
    off: Vec<String>,
) -> Result<Done<()>, Fault> {
    need(office, Right::Settings)?;
    let mut problems = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for (place, category) in own.iter().enumerate() {
        let name = category.name.trim();
        let say = if name.is_empty() {
            "Write its name"
        } else if name.chars().count() > LONGEST {
            "Say it in 60 characters or fewer"
        } else if names.contains(&name.to_lowercase()) {
            "This name is there already"
        } else {
            ""
        };
        names.push(name.to_lowercase());
        if !say.is_empty() {
            problems.push(Problem {
                field: format!("category-{place}"),
                say: say.to_owned(),
            });
        }
    }
    refuse(problems)?;
    let known = crate::categories(office)?;
    let mut settings = office.sitting()?.settings.clone();
    settings.categories = own
        .into_iter()
        .map(|category| Own {
            name: category.name.trim().to_owned(),
            definition: category.definition.trim().to_owned(),
            off: category.off,
        })
        .collect();
    settings.categories_off = known
        .groups
        .iter()
        .flat_map(|group| &group.choices)
        .map(|choice| choice.id.clone())
        .filter(|id| off.contains(id))
        .collect();
    set(office, settings)
}
