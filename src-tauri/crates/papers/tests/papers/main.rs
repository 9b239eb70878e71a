//! Papers as other people's readers see them: poppler and qpdf, never our own code.

#[cfg(test)]
mod body_map;
#[cfg(test)]
mod bundle;
#[cfg(test)]
mod checklist;
#[cfg(test)]
mod chronology;
#[cfg(test)]
mod concern_form;
#[cfg(test)]
mod flowchart;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod kit;
#[cfg(test)]
mod links;
#[cfg(test)]
mod reader;
#[cfg(test)]
mod sealed;
#[cfg(test)]
mod shown;
#[cfg(test)]
mod withheld_item;
