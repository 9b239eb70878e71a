//! Codes of people and numbers in words.

/// What a contact is to the pupil. Only codes whose meaning is beyond doubt are put in words; any other stands as it
/// is, so that nobody is called what they are not.
pub(super) fn relationship(code: &str) -> String {
    let words = match code.to_ascii_uppercase().as_str() {
        "PAM" => "Mother",
        "PAF" => "Father",
        "STP" => "Step-parent",
        "CAR" => "Carer",
        "CHM" => "Childminder",
        "SWR" => "Social worker",
        "DOC" => "Doctor",
        "OTH" => "Other contact",
        _ => return code.to_owned(),
    };
    words.to_owned()
}

/// Where a number rings.
pub(super) fn telephone(code: &str) -> String {
    let words = match code.to_ascii_uppercase().as_str() {
        "H" => "Home",
        "W" => "Work",
        "M" => "Mobile",
        "F" => "Fax",
        _ => return code.to_owned(),
    };
    words.to_owned()
}

/// Yes or no, as the department's files write it.
pub(super) fn yes(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "1" | "y" | "yes" | "t" | "true" => Some(true),
        "0" | "n" | "no" | "f" | "false" => Some(false),
        _ => None,
    }
}
