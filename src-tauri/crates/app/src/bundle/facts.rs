//! What stands about a bundle for programs. No child is named in it.

use serde_json::json;

use super::paper::Making;
use crate::Office;
use crate::wire::Fault;

/// What stands about the bundle in `bag-info.txt`: no child is named in it.
pub(super) fn facts(
    office: &Office,
    making: &Making<'_>,
) -> Result<Vec<(&'static str, String)>, Fault> {
    Ok(vec![
        (
            "Source-Organization",
            office.sitting()?.settings.school.clone(),
        ),
        (
            "Bagging-Date",
            office.around.local().format("%Y-%m-%d").to_string(),
        ),
        ("External-Identifier", making.number.to_owned()),
        (
            "Bag-Software-Agent",
            concat!("Strongroom ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
    ])
}

/// What is in it, for programs (RO-Crate 1.1): names of files, kinds, sizes and hashes, and nobody by name.
pub(super) fn ro_crate(making: &Making<'_>, list: &str) -> Result<String, Fault> {
    let files: Vec<(&str, &str)> = list
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, path)| (path, hash))
        .collect();
    let mut graph = vec![
        json!({
            "@id": "ro-crate-metadata.json", "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}, "about": {"@id": "./"},
        }),
        json!({
            "@id": "./", "@type": "Dataset",
            "name": format!("Bundle {}", making.number),
            "description": "Records of a school, for the police",
            "datePublished": making.events.last().map(|event| event.at.to_rfc3339()),
            "license": "Not for publication",
            "hasPart": files.iter().map(|(path, _)| json!({"@id": path})).collect::<Vec<_>>(),
        }),
    ];
    graph.extend(files.iter().map(|(path, hash)| {
        let exhibit = making.going.iter().find(|one| one.path == *path);
        let mut file = json!({"@id": path, "@type": "File", "sha256": hash});
        if let (Some(one), Some(facts)) = (exhibit, file.as_object_mut()) {
            facts.insert("name".to_owned(), one.exhibit.reference().into());
            facts.insert("encodingFormat".to_owned(), one.fact.media.clone().into());
            facts.insert("contentSize".to_owned(), one.fact.size.to_string().into());
        }
        file
    }));
    let whole = json!({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph});
    serde_json::to_string_pretty(&whole).map_err(|_| Fault::stopped())
}
