//! What every journey starts from: laptops, the people of one school, a clock that stands still, forms and lists.
//!
//! Everybody and everything here is invented. A laptop is a folder of its own that goes with its test; what a person
//! does on it goes through the verbs of `app`, as a screen would. [`inside`] alone goes behind them, for what no verb
//! of this version does: carrying entries from one laptop to another, or being a newer program.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a journey that cannot go on says where, and stops"
)]

pub mod apart;
mod clock;
mod device;
mod dice;
pub mod forms;
pub mod inside;
pub mod lists;
mod people;
mod picture;
mod school;
mod words;

pub use clock::Clock;
pub use device::Device;
pub use dice::Dice;
pub use people::{CHAIR, DEV, HEAD, PATIENCE, RUTH, Somebody, TECH};
pub use picture::Picture;
pub use school::SCHOOL;
pub use words::{pdf_words, text_of, their_words};
