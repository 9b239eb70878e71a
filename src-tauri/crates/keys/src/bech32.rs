//! Bech32 (BIP-173), writing only: how `age` spells its keys. `age` itself reads them.

use zeroize::Zeroizing;

const LETTERS: [char; 32] = [
    'q', 'p', 'z', 'r', 'y', '9', 'x', '8', 'g', 'f', '2', 't', 'v', 'd', 'w', '0', 's', '3', 'j',
    'n', '5', '4', 'k', 'h', 'c', 'e', '6', 'm', 'u', 'a', '7', 'l',
];

/// Spells `bytes` after `prefix`, in lower case.
pub(crate) fn encode(prefix: &str, bytes: &[u8]) -> Zeroizing<String> {
    let fives = in_fives(bytes);
    let check = checksum(prefix, &fives);

    let mut text = Zeroizing::new(String::with_capacity(prefix.len() + 7 + fives.len()));
    text.push_str(prefix);
    text.push('1');
    for five in fives.iter().chain(&check) {
        text.extend(LETTERS.get(usize::from(*five)));
    }
    text
}

/// The bits of `bytes` in groups of five, the last filled with zeros.
fn in_fives(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut fives = Zeroizing::new(Vec::with_capacity(bytes.len() * 8 / 5 + 1));
    let (mut held, mut bits) = (0u32, 0u32);
    for byte in bytes {
        held = (held << 8 | u32::from(*byte)) & 0xfff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            fives.push((held >> bits & 31) as u8);
        }
    }
    if bits > 0 {
        fives.push((held << (5 - bits) & 31) as u8);
    }
    fives
}

fn checksum(prefix: &str, fives: &[u8]) -> [u8; 6] {
    let high = prefix.bytes().map(|b| b >> 5);
    let low = prefix.bytes().map(|b| b & 31);
    let all = high
        .chain([0])
        .chain(low)
        .chain(fives.iter().copied())
        .chain([0; 6]);
    let sum = all.fold(1, step) ^ 1;
    [25, 20, 15, 10, 5, 0].map(|shift| (sum >> shift & 31) as u8)
}

fn step(sum: u32, five: u8) -> u32 {
    const GENERATOR: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let top = sum >> 25;
    let next = (sum & 0x01ff_ffff) << 5 ^ u32::from(five);
    GENERATOR
        .iter()
        .enumerate()
        .filter(|(bit, _)| top >> bit & 1 == 1)
        .fold(next, |next, (_, word)| next ^ word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_reads_what_is_spelled_and_spells_it_the_same() {
        for fill in [0u8, 1, 0x5a, 0xff] {
            let spelled = encode("age-secret-key-", &[fill; 32]).to_uppercase();

            let identity: age::x25519::Identity = spelled.parse().unwrap();

            assert_eq!(
                age::secrecy::ExposeSecret::expose_secret(&identity.to_string()),
                spelled
            );
        }
    }
}
