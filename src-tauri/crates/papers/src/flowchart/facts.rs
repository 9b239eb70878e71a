//! What a flowchart says, as the drawing takes it.

/// A flowchart, to be drawn.
#[derive(Clone)]
pub struct FlowFacts {
    /// Its number, such as `06`.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// What nobody does.
    pub do_not: Vec<String>,
    /// Its version, when its sources were last read and where it holds: one line.
    pub version: String,
    /// What to bear in mind about it; may be blank.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Its steps; those that lead on first.
    pub steps: Vec<StepFacts>,
}

/// A step.
#[derive(Clone)]
pub struct StepFacts {
    /// Its name in the flowchart.
    pub id: String,
    /// What kind.
    pub kind: StepKind,
    /// What is to be done or answered.
    pub title: String,
    /// More about it; may be blank.
    pub detail: String,
    /// Whose it is, by when and what belongs to it: a line each, with its label.
    pub lines: Vec<(String, String)>,
    /// It is known from general knowledge alone: a partnership must be asked.
    pub check: bool,
    /// The ways on.
    pub ways: Vec<WayFacts>,
    /// What was done at it in the walk that is shown.
    pub walked: Walked,
}

/// What kind of step it is, and so which shape it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// Where it begins: round.
    Start,
    /// Something is done: a rectangle.
    Action,
    /// Something is answered: with its corners cut off.
    Decision,
    /// Something must be known first: two frames.
    Warning,
    /// Where it ends: round and heavy.
    End,
}

impl StepKind {
    /// What it is called where it is read aloud.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Action => "To do",
            Self::Decision => "Question",
            Self::Warning => "Warning",
            Self::End => "End",
        }
    }
}

/// A way from a step.
#[derive(Clone)]
pub struct WayFacts {
    /// The step it leads to.
    pub to: String,
    /// The answer that leads there; blank where there is only one way.
    pub answer: String,
    /// The walk that is shown went this way.
    pub taken: bool,
}

/// What a walk did at a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Walked {
    /// The places it has among everything that was done: more than one where the way came here again.
    pub order: Vec<u32>,
    /// It was not done, with a reason.
    pub skipped: bool,
    /// The walk stands here.
    pub here: bool,
}

impl std::fmt::Debug for FlowFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FlowFacts({} steps)", self.steps.len())
    }
}

impl std::fmt::Debug for StepFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StepFacts({})", self.id)
    }
}

impl std::fmt::Debug for WayFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WayFacts({})", self.to)
    }
}
