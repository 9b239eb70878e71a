//! Journeys: whole pieces of work through the verbs of `app`, exactly as the screens do them.
