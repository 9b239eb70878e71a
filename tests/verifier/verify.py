"""Checks a Strongroom record against docs/format.md, without any code of the program itself.

    python3 verify.py ENTRIES.jsonl... [--checkpoint NOTE --signer HEX] [--selection] [--json]

Needs Python 3.11 and nothing else. Exit 0: sound. 4: faults or forks. 2: used wrongly. "§" is a section of docs/format.md.
"""

import argparse, base64, hashlib, json, re, sys
from collections import defaultdict


class Fault(Exception):
    """Something that is not as docs/format.md says, in one sentence."""


def need(condition, say):
    if not condition:
        raise Fault(say)


# ---- §2: Ed25519, strictly. Points are extended coordinates (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * D * p[3] * q[3] % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def double(p):
    a, b = p[0] * p[0] % P, p[1] * p[1] % P
    h, g = a + b, a - b
    e, f = h - (p[0] + p[1]) ** 2 % P, 2 * p[2] * p[2] % P + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def point(encoded):
    """The point of 32 bytes; None where they are not the one encoding of a point, or it is of small order."""
    y, odd = int.from_bytes(encoded, "little") & (2**255 - 1), encoded[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if y >= P or (x * x - square) % P or (x == 0 and odd):
        return None
    x = x if x & 1 == odd else P - x
    eight = double(double(double((x, y, 1, x * y % P))))
    return None if eight[0] == 0 and eight[1] == eight[2] else (x, y, 1, x * y % P)


def encode(p):
    z = pow(p[2], -1, P)
    return (p[1] * z % P | (p[0] * z % P & 1) << 255).to_bytes(32, "little")


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    """Whether `signature` (64 bytes) over `message` is by `key` (32 bytes): R = [S]B - [k]A, without the cofactor."""
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    minus_a = (P - a[0], a[1], 1, P - a[3])
    step = {(1, 0): BASE, (0, 1): minus_a, (1, 1): add(BASE, minus_a)}
    total = (0, 1, 1, 0)
    for bit in range(253, -1, -1):
        total = double(total)
        both = (s >> bit & 1, k >> bit & 1)
        total = add(total, step[both]) if both in step else total
    return encode(total) == signature[:32]


# ---- §3: JSON in its one spelling, and the header

MOST, MOST_32 = 2**53 - 1, 2**32 - 1
NAME = "[a-z0-9_]{1,40}"
IN_EVERY_VERSION = "strongroom room writer seq prev seen subjects kind critical moment parts blobs".split()
FIELDS = ("strongroom room writer seq prev seen subjects supersedes kind kind_version critical moment written zone "
          "clock_note happened app parts blobs")


def loads(text, what):
    """Any JSON; a field named twice is a fault."""
    def once(pairs):
        need(len(dict(pairs)) == len(pairs), f"{what} names a field twice")
        return dict(pairs)

    try:
        return json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Fault(f"{what} is not JSON") from None


def plain(text, what):
    """JSON in the one spelling of §3."""
    def check(value, levels):
        if type(value) in (list, dict):
            need(levels > 0, f"{what} is nested too deep")
            for inner in value.values() if type(value) is dict else value:
                check(inner, levels - 1)
        elif type(value) in (int, float):
            whole(value, 0, MOST, f"a number in {what}")

    value = loads(text, what)
    check(value, 16)
    need(json.dumps(value, ensure_ascii=False, separators=(",", ":")) == text, f"{what} is not in its one allowed spelling")
    return value


def digits(value, count, what):
    need(isinstance(value, str) and re.fullmatch("[0-9a-f]{%d}" % count, value), f"{what} is not {count} lower-case hex digits")
    return bytes.fromhex(value)


def whole(value, low, high, what):
    need(type(value) is int and low <= value <= high, f"{what} is not a whole number from {low} to {high}")


def word(value, pattern, what):
    need(isinstance(value, str) and re.fullmatch(pattern, value, re.DOTALL), f"{what} is not as it must be")


def texts(value, names):
    for name in names.split():
        word(value[name], ".*", name)


def listed(value, most, what):
    need(isinstance(value, list) and len(value) <= most, f"{what} is not a list of at most {most}")
    return value


def fields(value, names, what):
    need(isinstance(value, dict) and list(value) == names.split(), f"{what} does not have exactly the fields {names}, in this order")
    return value


def read_header(text):
    need(len(text.encode()) <= 131072, "the header is longer than 131,072 bytes")
    h = plain(text, "the header")
    need(isinstance(h, dict) and all(name in h for name in IN_EVERY_VERSION), "the header lacks a field that every version has")
    whole(h["strongroom"], 1, MOST_32, "the header's version")
    digits(h["room"], 32, "room"), digits(h["writer"], 64, "writer"), whole(h["seq"], 1, MOST, "seq")
    need((h["prev"] is None) == (h["seq"] == 1), "prev is null exactly when seq is 1, and here it is not so")
    for id in listed(h["seen"], MOST, "seen") + ([] if h["prev"] is None else [h["prev"]]):
        digits(id, 64, "an id in prev or seen")
    for s in listed(h["subjects"], 512, "subjects"):
        digits(fields(s, "id parents", "a subject")["id"], 32, "a subject's id")
        for id in listed(s["parents"], MOST, "parents"):
            digits(id, 64, "an id in parents")
    word(h["kind"], rf"(?=.{{1,60}}$){NAME}(\.{NAME})*", "kind")
    need(type(h["critical"]) is bool, "critical is neither true nor false")
    whole(fields(h["moment"], "ms n", "moment")["ms"], 0, MOST, "moment.ms"), whole(h["moment"]["n"], 0, MOST_32, "moment.n")
    for p in listed(h["parts"], 32, "parts"):
        word(fields(p, "name len hash", "a part")["name"], NAME, "a part's name")
        whole(p["len"], 16, 1048576, "a part's len"), digits(p["hash"], 64, "a part's hash")
    need(len({p["name"] for p in h["parts"]}) == len(h["parts"]), "two parts have the same name")
    for b in listed(h["blobs"], 64, "blobs"):
        digits(fields(b, "hash len", "a blob")["hash"], 64, "a blob's hash"), whole(b["len"], 0, MOST, "a blob's len")
    if h["strongroom"] == 1:
        fields(h, FIELDS, "the header")
        for id in listed(h["supersedes"], MOST, "supersedes"):
            digits(id, 64, "an id in supersedes")
        whole(h["kind_version"], 0, MOST_32, "kind_version")
        for name in ("written", "zone", "clock_note", "happened", "app"):
            word("" if h[name] is None and name in ("clock_note", "happened") else h[name], ".*", name)
    return h


# ---- §9 and §4: one line of the open form

class Entry:
    def __init__(self, line, text):
        whole_line = loads(text, "the line")
        need(isinstance(whole_line, dict) and set(whole_line) == {"header", "signature", "parts"}, "the line is not header, signature and parts")
        need(isinstance(whole_line["header"], str), "header is not text")
        self.line, self.h = line, read_header(whole_line["header"])
        digest = hashlib.sha256(whole_line["header"].encode()).digest()
        self.id, self.writer, self.seq, self.kind = digest.hex(), self.h["writer"], self.h["seq"], self.h["kind"]
        self.moment, self.newer = (self.h["moment"]["ms"], self.h["moment"]["n"]), self.h["strongroom"] > 1
        self.rests_on = ([] if self.h["prev"] is None else [self.h["prev"]]) + self.h["seen"]
        signature = digits(whole_line["signature"], 128, "signature")
        need(signed(bytes.fromhex(self.writer), b"strongroom-entry/v1\n" + digest, signature), "the signature does not fit the header")
        need(len(listed(whole_line["parts"], 32, "parts")) == len(self.h["parts"]), "the line does not have one value per part of the header")
        self.parts = {}  # name: content without salt, or None where withheld or destroyed
        for p, value in zip(self.h["parts"], whole_line["parts"]):
            if value is not None:
                word(value, "([0-9a-f]{2})*", f"the part {p['name']}")
                value = bytes.fromhex(value)
                matches = len(value) == p["len"] and hashlib.sha256(value).hexdigest() == p["hash"]
                need(matches, f"the part {p['name']} is not the part that was signed")
                value = value[16:]
            self.parts[p["name"]] = value

    def part(self, name, names):
        """The content of a part that is JSON with these fields; None where it is withheld."""
        need(name in self.parts, f"this {self.kind} has no part called {name}")
        if self.parts[name] is None:
            return None
        try:
            value = plain(self.parts[name].decode(), f"the part {name}")
        except UnicodeError:
            raise Fault(f"the part {name} is not UTF-8 text") from None
        for one in listed(value, MOST, name) if name == "signatures" else [value]:
            fields(one, names, f"the part {name}")
        return value


# ---- §5: the set

class Record:
    def __init__(self):
        self.room, self.entries, self.good, self.waiting, self.order = None, {}, set(), {}, []
        self.forks, self.people, self.apart, self.notes, self.faults = [], {}, [], [], []

    def fault(self, line, say):
        self.faults.append({"line": line, "say": say})

    def read(self, data):
        *lines, rest = data.split(b"\n")
        if rest:
            self.fault(len(lines) + 1, "the last line does not end in a line break: something was cut off")
        for number, line in enumerate(lines, 1):
            try:
                entry = Entry(number, line.decode())
                self.room = self.room or entry.h["room"]
                need(entry.h["room"] == self.room, "the entry belongs to another room")
            except UnicodeError:
                self.fault(number, "the line is not UTF-8 text")
            except Fault as fault:
                self.fault(number, str(fault))
            else:  # a second copy adds the parts that the first one withheld
                known = self.entries.setdefault(entry.id, entry)
                known.parts |= {name: content for name, content in entry.parts.items() if content is not None}

    def chain(self):
        awaited, ready, places = defaultdict(list), list(self.entries.values()), defaultdict(list)
        while ready:
            e = ready.pop()
            missing = [id for id in e.rests_on if id not in self.good]
            if missing:
                self.waiting[e.id] = e
                awaited[missing[0]].append(e)
                continue
            self.waiting.pop(e.id, None)
            prev = self.entries.get(e.h["prev"])
            try:
                need(prev is None or (prev.writer, prev.seq) == (e.writer, e.seq - 1), "prev is not the same writer's entry before it")
                need(all(e.moment > self.entries[id].moment for id in e.rests_on), "its moment is not later than that of an entry it rests on")
            except Fault as fault:
                self.fault(e.line, str(fault))
            else:
                self.good.add(e.id)
                self.order.append(e)
                ready += awaited.pop(e.id, [])
        self.order.sort(key=lambda e: (e.moment, bytes.fromhex(e.id)))
        for e in [*self.order, *self.waiting.values()]:
            places[e.writer, e.seq].append(e.line)
        self.forks = [{"writer": w, "seq": s, "lines": sorted(lines)} for (w, s), lines in sorted(places.items()) if len(lines) > 1]

    # ---- §6 and §7: who wrote it, who is a member, what was destroyed

    def people_and_orders(self):
        members, orders, ends = set(), [], []
        for e in self.order:
            try:
                if e.newer:
                    continue
                need(e.seq > 1 or e.kind == "writer.introduced", "the log does not begin by saying whose it is")
                if e.kind == "writer.introduced" and (c := e.part("certificate", "person name user role identity code signature")):
                    person, identity = digits(c["person"], 32, "person"), digits(c["identity"], 64, "identity")
                    texts(c, "name user role code")
                    message = b"strongroom-writer/v1\n" + person + bytes.fromhex(e.writer)
                    need(signed(identity, message, digits(c["signature"], 128, "signature")), "the certificate of this writer does not verify")
                    self.people[e.writer] = c
                elif e.kind == "member.added" and (m := e.part("member", "person name user role identity sealing")):
                    digits(m["person"], 32, "person"), digits(m["identity"], 64, "identity"), texts(m, "name user role sealing")
                    members.add((m["person"], m["identity"]))
                elif e.kind == "member.removed" and (m := e.part("member", "person reason ends")):
                    digits(m["person"], 32, "person"), texts(m, "reason")
                    for end in listed(m["ends"], MOST, "ends"):
                        digits(fields(end, "writer seq", "an end")["writer"], 64, "writer"), whole(end["seq"], 0, MOST, "seq")
                        ends.append((m["person"], end["writer"], end["seq"]))
                elif e.kind == "part.destroyed":
                    orders.append(e)
            except Fault as fault:
                self.fault(e.line, str(fault))
        for person, writer, seq in ends:
            if self.people.get(writer, {}).get("person") == person:
                self.apart += [e.line for e in self.order if e.writer == writer and e.seq > seq]
        named = set()
        for e in orders:
            try:
                named |= self.named_by(e, members)
            except Fault as fault:
                self.fault(e.line, str(fault))
        kept = {("part.destroyed", "order"), ("part.destroyed", "signatures"), ("writer.introduced", "certificate"),
                ("member.added", "member"), ("member.removed", "member")}
        for e in self.entries.values():
            for p in e.h["parts"]:
                if (e.id, p["hash"]) in named and (e.kind, p["name"]) not in kept and e.parts[p["name"]] is not None:
                    self.fault(e.line, f"the part {p['name']} was destroyed by a valid order and still stands here")

    def named_by(self, e, members):
        """The (entry, part hash) pairs of an order, if it is valid. One that cannot be checked names nothing."""
        order, consents = e.part("order", "room parts blobs authority reason decided"), e.part("signatures", "person identity signature")
        if order is None or consents is None:
            self.notes.append(f"The order of destruction on line {e.line} cannot be checked: a part of it is withheld.")
            return set()
        need(order["room"] == self.room, "the order of destruction is for another room")
        need(len(consents) == 2, "the order of destruction is not signed by exactly two")
        for one in ("person", "identity"):
            need(consents[0][one] != consents[1][one], "both signatures under the order are by one person")
        message = b"strongroom-destroy/v1\n" + hashlib.sha256(e.parts["order"]).digest()
        for c in consents:
            digits(c["person"], 32, "person")
            fits = signed(digits(c["identity"], 64, "identity"), message, digits(c["signature"], 128, "signature"))
            need(fits, "a signature under the order of destruction does not fit")
            if (c["person"], c["identity"]) not in members:
                whole_room = not self.waiting and all(e.parts.get("member", b"") is not None for e in self.order if e.kind == "member.added")
                need(not whole_room, "the order of destruction is signed by somebody who is not known as a member")
                self.notes.append(f"The order of destruction on line {e.line} cannot be checked: not all members are known here.")
                return set()
        for blob in listed(order["blobs"], MOST, "blobs"):
            digits(blob, 64, "a blob")
        texts(order, "authority reason decided")
        targets = [fields(p, "entry part", "a part of the order") for p in listed(order["parts"], MOST, "parts")]
        return {(digits(p["entry"], 64, "entry").hex(), digits(p["part"], 64, "part").hex()) for p in targets}

    # ---- §8: the checkpoint

    def checkpoint(self, note, signer, selection):
        try:
            room, logs = read_note(note, signer)
            need(self.room in (None, room), "the checkpoint is of another room")
        except Fault as fault:
            return self.fault(None, str(fault))
        for writer, seq, root in logs:
            log = [e for e in self.entries.values() if e.writer == writer and e.seq <= seq]
            here = len({e.seq for e in log})
            if any(self.root_back_from(e) == root for e in log if e.seq == seq):
                self.notes.append(f"The log {writer} up to its entry {seq} is exactly what the checkpoint names.")
            elif here == seq:
                self.fault(None, f"the log {writer} up to {seq} is not what the checkpoint names: something was changed")
            elif selection:
                self.notes.append(f"The log {writer} had {seq} entries at the checkpoint; {here} of them were handed over.")
            else:
                self.fault(None, f"the log {writer} had {seq} entries at the checkpoint, and {seq - here} of them are missing here")

    def root_back_from(self, e):
        """The root of the log that ends in `e`: of a forked log, of this branch. None where an entry is missing."""
        ids = []
        while e is not None:
            ids.append(bytes.fromhex(e.id))
            first, e = e.h["prev"] is None, self.entries.get(e.h["prev"])
        return tree_head(ids[::-1]) if first else None


def tree_head(leaves):
    """RFC 6962, section 2.1."""
    if len(leaves) < 2:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree_head(leaves[:left]) + tree_head(leaves[left:])).digest()


def unbase64(text):
    value = base64.b64decode(text, validate=True)
    need(base64.b64encode(value).decode() == text, "base64 in the checkpoint is not in its one spelling")
    return value


def read_note(note, signer):
    """Room and logs of a C2SP signed note: the text, an empty line, lines `— name base64(key id of 4 bytes, signature)`."""
    name = "strongroom/writer/" + signer.hex()[:8]
    key_id = hashlib.sha256(name.encode() + b"\n\x01" + signer).digest()[:4]
    try:
        text, gap, under = note.decode().rpartition("\n\n")
        need(gap and under.endswith("\n"), "the checkpoint is not a signed note")
        found = False
        for line in under[:-1].split("\n"):
            shape = re.fullmatch("— ([^ ]+) ([A-Za-z0-9+/=]+)", line)
            need(shape, "a line under the checkpoint is not a signature")
            value = unbase64(shape[2])
            if (shape[1], value[:4]) == (name, key_id):
                found = len(value) == 68 and signed(signer, text.encode() + b"\n", value[4:])
                need(found, "the signature under the checkpoint does not fit")
        need(found, "the checkpoint is not signed by the given signer")
        shape = re.fullmatch("strongroom/room/([0-9a-f]{32})\n(0|[1-9][0-9]*)\n(.{44})((?:\nlog [^\n]*)*)", text)
        need(shape, "the checkpoint's text is not a checkpoint's")
        logs = []
        for line in shape[4].split("\n")[1:]:
            log = re.fullmatch("log ([0-9a-f]{64}) ([1-9][0-9]{0,15}) (.{44})", line)
            need(log and int(log[2]) <= MOST, "the checkpoint has a line that is not a log's")
            logs.append((log[1], int(log[2]), unbase64(log[3])))
        need(all(a[0] < b[0] for a, b in zip(logs, logs[1:])), "the checkpoint's logs are not sorted, one line per writer")
        need(int(shape[2]) == sum(seq for _, seq, _ in logs), "the checkpoint's count is not the sum of its logs")
        leaves = [bytes.fromhex(writer) + seq.to_bytes(8, "big") + root for writer, seq, root in logs]
        need(tree_head(leaves) == unbase64(shape[3]), "the checkpoint's root does not follow from its logs")
        return shape[1], logs
    except ValueError:
        raise Fault("the checkpoint is not UTF-8 text and base64") from None


# ---- telling

def report(record, file):
    held = record.entries.values()
    counts = defaultdict(int)
    for e in held:
        counts[e.writer] += 1
    return {
        "file": file, "sound": not record.faults and not record.forks, "room": record.room, "entries": len(held),
        "logs": [{"writer": w, "entries": n, "certificate": record.people.get(w)} for w, n in sorted(counts.items())],
        "in_order": [e.id for e in record.order], "forks": record.forks, "waiting": sorted(record.waiting),
        "waiting_lines": sorted(e.line for e in record.waiting.values()), "apart": sorted(record.apart),
        "withheld": sum(content is None for e in held for content in e.parts.values()),
        "newer": sum(e.newer for e in held), "notes": record.notes, "faults": record.faults,
    }


def count(number, one, many):
    return f"{number} {one if number == 1 else many}"


def sentences(r):
    yield f"{r['file']}: {count(r['entries'], 'entry', 'entries')}, room {r['room']}."
    for log in r["logs"]:
        c = log["certificate"]
        who = f"the account of {c['name']} ({c['role']})" if c else "an account whose certificate is not here to be read"
        yield f"Log {log['writer']}: {count(log['entries'], 'entry', 'entries')}, written with {who}."
    for f in r["forks"]:
        yield f"Fork: {f['writer']} used place {f['seq']} more than once (lines {f['lines']}): this key was used twice, as on a copied laptop."
    if r["waiting"]:
        yield f"Signed and whole in themselves, but resting on entries that are missing here or faulty: lines {r['waiting_lines']}."
    if r["apart"]:
        yield f"Apart, because written after their writer was removed: lines {r['apart']}."
    yield f"Withheld or destroyed: {count(r['withheld'], 'part', 'parts')}."
    if r["newer"]:
        yield f"Checked, but to be read by a newer version only: {count(r['newer'], 'entry', 'entries')}."
    yield from r["notes"]
    for f in r["faults"]:
        yield f"Fault{'' if f['line'] is None else ' on line ' + str(f['line'])}: {f['say']}."
    yield "Sound: no fault was found." if r["sound"] else "Not sound: see above."


def main():
    words = argparse.ArgumentParser(description="Checks a Strongroom record against docs/format.md.")
    words.add_argument("entries", nargs="+", help="a room's record in its open form, one entry per line")
    words.add_argument("--checkpoint", help="a checkpoint of the room that was kept elsewhere")
    words.add_argument("--signer", help="public key of the checkpoint's writer, 64 hex digits")
    words.add_argument("--selection", action="store_true", help="only a part of the room was handed over")
    words.add_argument("--json", action="store_true", help="the findings as JSON, one line per file")
    asked = words.parse_args()
    if bool(asked.checkpoint) != bool(asked.signer) or (asked.checkpoint and len(asked.entries) > 1):
        words.error("--checkpoint and --signer go together, with one file of entries")
    if asked.signer and not re.fullmatch("[0-9a-f]{64}", asked.signer):
        words.error("--signer is not 64 lower-case hex digits")
    sound = True
    for path in asked.entries:
        record = Record()
        try:
            with open(path, "rb") as file:
                record.read(file.read())
            note = open(asked.checkpoint, "rb").read() if asked.checkpoint else None
        except OSError as error:
            words.error(f"{error.filename} cannot be read: {error.strerror}")
        record.chain()
        record.people_and_orders()
        if note is not None:
            record.checkpoint(note, bytes.fromhex(asked.signer), asked.selection)
        found = report(record, path)
        sound = sound and found["sound"]
        print(json.dumps(found) if asked.json else "\n".join(sentences(found)))
    sys.exit(0 if sound else 4)


if __name__ == "__main__":
    main()
