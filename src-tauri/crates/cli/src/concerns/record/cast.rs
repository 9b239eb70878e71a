//! Who is in a concern: the form has one list, the school record three places.

use app::wire::PersonInConcern;

/// The role of staff who are in a concern and not the one it is about.
pub const STAFF_INVOLVED: &str = "staff-involved";

/// The people of a concern by their place in the school record.
#[derive(Default)]
pub struct Cast<T> {
    /// Whoever it is about.
    pub student: Option<T>,
    /// Others.
    pub linked: Vec<T>,
    /// Staff, not as the subject.
    pub staff: Vec<T>,
}

/// What tells somebody's place.
pub trait Part {
    /// Pupil, adult or unknown.
    fn kind(&self) -> &str;
    /// Their part in it.
    fn role(&self) -> &str;
}

impl Part for PersonInConcern {
    fn kind(&self) -> &str {
        &self.kind
    }

    fn role(&self) -> &str {
        &self.role
    }
}

impl Part for app::PersonFacts {
    fn kind(&self) -> &str {
        &self.kind
    }

    fn role(&self) -> &str {
        &self.role
    }
}

impl<T: Part> Cast<T> {
    /// Gives everybody their place. The record is filed under the first who may have been harmed or is its subject,
    /// otherwise under the first; an adult is never the student.
    pub fn of(people: Vec<T>) -> Self {
        let filed = people
            .iter()
            .position(|person| matches!(person.role(), "victim" | "subject"))
            .unwrap_or(0);
        let mut cast = Self {
            student: None,
            linked: Vec::new(),
            staff: Vec::new(),
        };
        for (place, person) in people.into_iter().enumerate() {
            if place == filed && person.kind() != "adult" {
                cast.student = Some(person);
            } else if person.kind() == "adult" && person.role() == STAFF_INVOLVED {
                cast.staff.push(person);
            } else {
                cast.linked.push(person);
            }
        }
        cast
    }

    /// Everybody in one list, the student first.
    pub fn together(self) -> Vec<T> {
        self.student
            .into_iter()
            .chain(self.linked)
            .chain(self.staff)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(kind: &str, role: &str) -> PersonInConcern {
        PersonInConcern {
            kind: kind.to_owned(),
            role: role.to_owned(),
            ..PersonInConcern::default()
        }
    }

    fn places(people: Vec<PersonInConcern>) -> (Option<String>, usize, usize) {
        let cast = Cast::of(people);
        (
            cast.student.map(|student| student.role),
            cast.linked.len(),
            cast.staff.len(),
        )
    }

    #[test]
    fn the_student_is_whoever_may_have_been_harmed_and_never_an_adult() {
        assert_eq!(
            places(vec![
                person("pupil", "witness"),
                person("pupil", "victim"),
                person("adult", STAFF_INVOLVED),
            ]),
            (Some("victim".to_owned()), 1, 1)
        );
        assert_eq!(
            places(vec![person("unknown", ""), person("adult", "parent")]),
            (Some(String::new()), 1, 0)
        );
        assert_eq!(places(vec![person("adult", "adult-subject")]), (None, 1, 0));
        assert_eq!(places(Vec::new()), (None, 0, 0));
    }
}
