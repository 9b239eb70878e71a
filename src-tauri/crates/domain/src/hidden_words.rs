/// Hides a shape's words from `{:?}`: a child's words, names and what is done about them must not reach a log.
#[macro_export]
macro_rules! hide_words {
    ($($name:ident),* $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
