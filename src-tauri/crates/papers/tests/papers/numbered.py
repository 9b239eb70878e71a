"""What a bundle calls its pages, for another reader: printed foot, label, bookmark and index link must agree. Prints what does not."""
import re, subprocess, sys
import pikepdf

place = sys.argv[1]
wrong = []
with pikepdf.open(place) as pdf:
    pages = list(pdf.pages)
    labels = [page.label for page in pages]
    at = {page.objgen: number for number, page in enumerate(pages)}
    text = subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", place, "-"], capture_output=True, check=True).stdout.decode()
    for number, words in enumerate(text.split("\f")[: len(pages)]):
        printed = re.findall(r"Page ([A-Z]?\d+)(?: of (\d+))?\s*$", words, re.M)
        if not printed or printed[-1][0] != labels[number]:
            wrong.append(f"page {number + 1} prints {printed} and is called {labels[number]}")
        elif printed[-1][1] not in ("", str(len(pages))):
            wrong.append(f"page {number + 1} says there are {printed[-1][1]} pages")

    def every(items):
        for item in items:
            yield item
            yield from every(item.children)

    with pdf.open_outline() as outline:
        marks = list(every(outline.root))
    for mark in marks:
        leads = labels[at[mark.destination[0].objgen]]
        if not mark.title.endswith(f"page {leads}"):
            wrong.append(f"the bookmark {mark.title!r} leads to {leads}")
    # The links of the index stand in its order, and so do the numbers it prints.
    links = [(number, note) for number, page in enumerate(pages) for note in page.get("/Annots", [])]
    lines = [re.search(r"\s([A-Z]?\d+)(?: to ([A-Z]?\d+))?$", line) for number in sorted({number for number, _ in links})
             for line in text.split("\f")[number].splitlines()]
    lines = [line for line in lines if line]
    leads = [labels[at[note.Dest[0].objgen]] for _, note in links]
    if [line[1] for line in lines][: len(leads)] != leads:
        wrong.append(f"the index prints {[line[0] for line in lines]} and leads to {leads}")
print(len(labels), labels[0], labels[-1], len(marks), len(links))
print("\n".join(wrong), file=sys.stderr)
sys.exit(1 if wrong else 0)
