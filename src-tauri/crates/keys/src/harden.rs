//! What the operating system must not keep of a process that holds keys.

/// No core dumps, and nobody else of this user may read its memory. Called first, before there is anything to keep.
pub fn this_process() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{
            DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit,
        };
        // Where the system does not allow it the program is no worse off than any other.
        let _ = setrlimit(
            Resource::Core,
            Rlimit {
                current: Some(0),
                maximum: Some(0),
            },
        );
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{
        DumpableBehavior, Resource, Rlimit, dumpable_behavior, getrlimit, setrlimit,
    };

    #[test]
    fn a_process_that_holds_keys_leaves_no_core_dump() {
        // As large as this computer allows, so that something is there to be taken away.
        let most = getrlimit(Resource::Core).maximum;
        let open = Rlimit {
            current: most,
            maximum: most,
        };
        setrlimit(Resource::Core, open).unwrap();

        super::this_process();

        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
