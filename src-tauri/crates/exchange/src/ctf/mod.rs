//! The Department for Education's Common Transfer File: what a school sends, as XML, when a pupil moves.
//!
//! It is a pupil list whose fields are fixed, so nothing has to be matched. [`read_transfer`] gives the same
//! [`RollReading`](crate::roll::RollReading) as a CSV list does, and the same rule holds: every pupil or none.
//!
//! **What is confirmed.** From files and readers of versions 15 to 25: the root `CTfile` (that is how it is spelt);
//! `Header` with `DocumentName`, `CTFversion`, `DateTime`, `DataDescriptor`, `SourceSchool/SchoolName`;
//! `CTFpupilData/Pupil` with `UPN`, `Surname`, `Forename`, `DOB`, and `Gender`, which version 25 calls `Sex`;
//! `BasicDetails` with `FormerUPN`, `PreferredSurname`, `PreferredForename`, `FormerSurname`, `MiddleNames`,
//! `NCyearActual`; `LookedAfter/InCare`; `SENhistory/SEN` with `StartDate` and `SENprovision`; `Contacts/Contact`
//! with `Order`, `Title`, `Surname`, `Forename`, `Relationship`, `Responsibility`, `Address` (`BS7666Address`,
//! `AddressLines` or `AddressAsPupil`), `Phones/Phone` with `TelephoneType` and `PhoneNo`, and `Email`; and
//! `ATFpupilData` for an admissions transfer. **Taken as other data of the department has it, not seen in a file:**
//! `FormerUPN` outside `BasicDetails`, `SEN/EndDate`, `SENstatus`, several `Email` in `Emails`, and what the codes of
//! relationships and telephones mean. Names of elements are compared without regard to case.
//!
//! **What is left out on purpose.** `EntryDate` and `LeavingDate` are the sending school's, so that they would make
//! a newcomer one who has left. Assessments, attendance, ethnicity, languages and meals have no place in a
//! safeguarding record.
//!
//! **What cannot happen.** No entity but XML's own five is known and a document type is refused, so nothing outside
//! the file is ever read and nothing in it can grow. Depth, size and the length of one value are bounded.

mod decode;
mod header;
mod parts;
mod pupil;
mod read_transfer;
mod relationship;
mod walk;

#[cfg(test)]
mod tests;

pub use decode::is_xml;
pub use header::TransferHeader;
pub use read_transfer::{Transfer, read_transfer};
