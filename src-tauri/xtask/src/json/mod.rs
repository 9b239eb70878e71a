//! JSON as cargo, npm and Tauri write it. Order is kept.

mod read;
mod write;

pub use read::read;

/// One JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`, and what stands where nothing was written.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in the digits it was written in.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in the order it was written.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// A member of an object; `Null` when it has none of that name or is no object.
    pub fn get(&self, name: &str) -> &Self {
        self.map()
            .iter()
            .find(|(key, _)| key == name)
            .map_or(&Self::Null, |(_, value)| value)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        if let Self::Map(members) = self {
            members
                .iter_mut()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value)
        } else {
            None
        }
    }

    /// Puts a member into an object, over the old one when there is one.
    pub fn set(&mut self, name: &str, value: Self) {
        if let Some(old) = self.get_mut(name) {
            *old = value;
        } else if let Self::Map(members) = self {
            members.push((name.to_owned(), value));
        }
    }

    /// The words of a string.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// Whether it is `true`.
    pub fn is_true(&self) -> bool {
        *self == Self::Bool(true)
    }

    /// The values of an array; none when it is something else.
    pub fn list(&self) -> &[Self] {
        if let Self::List(values) = self {
            values
        } else {
            &[]
        }
    }

    /// The members of an object; none when it is something else.
    pub fn map(&self) -> &[(String, Self)] {
        if let Self::Map(members) = self {
            members
        } else {
            &[]
        }
    }

    /// The strings of an array.
    pub fn texts(&self) -> Vec<String> {
        self.list()
            .iter()
            .filter_map(Self::text)
            .map(str::to_owned)
            .collect()
    }
}
