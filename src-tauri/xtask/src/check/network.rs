//! Strongroom never calls anybody: nothing that could is in what ships.

use std::collections::BTreeSet;

use crate::house::House;
use crate::shipped;
use crate::stop::Outcome;

/// HTTP, WebSocket and TLS. deny.toml bans the same; OpenSSL's libcrypto (openssl-sys) is there for SQLCipher alone.
const BANNED: &[&str] = &[
    "actix-web",
    "async-tungstenite",
    "attohttpc",
    "awc",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hyper",
    "hyper-rustls",
    "hyper-tls",
    "hyper-util",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "surf",
    "tiny_http",
    "tokio-rustls",
    "tokio-native-tls",
    "tokio-tungstenite",
    "tungstenite",
    "ureq",
    "websocket",
];

/// Names every banned crate with what to ask cargo next.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let tree = shipped::tree(house, true)?;
    Ok(banned_in(&tree)
        .into_iter()
        .map(|name| format!("{name} is in what ships; `cargo tree -e normal --target all -i {name}` says who brought it"))
        .collect())
}

fn banned_in(tree: &str) -> BTreeSet<&str> {
    tree.lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|name| BANNED.contains(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::banned_in;

    #[test]
    fn a_client_deep_in_the_tree_is_found_once_and_names_that_begin_alike_are_not() {
        let tree = "strongroom v0.1.0 (src-tauri)\nreqwest v0.12.1\nhyper v1.0.0\nreqwest v0.12.1 (*)\ncurl-parser v1.0.0\nhttp v1.0.0\n";
        assert_eq!(
            banned_in(tree).into_iter().collect::<Vec<_>>(),
            ["hyper", "reqwest"]
        );
    }
}
