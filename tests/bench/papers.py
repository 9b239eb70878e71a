"""Runs each writer of PDFs on the same words and prints what the system counted for it, as JSON.

papers.py PROGRAM PLACE FONTS: PROGRAM is the bench itself, PLACE holds content.json, FONTS the bundled fonts. typst and
ReportLab come from PyPI into an environment under PLACE.
"""

import json
import os
import subprocess
import sys
import time
import venv

PHOTOGRAPHS = 40
PEERS = ["typst==0.15.2", "reportlab==5.1.0"]

TYPST = """#set page(paper: "a4", margin: 20mm, header: [CONFIDENTIAL: safeguarding], numbering: "1 of 1")
#set text(font: ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Bengali"), size: 10.2pt, lang: "en", fallback: false)
#set document(title: "Chronology")
#for entry in json("content.json") [
== #entry.title, #entry.day
#entry.text
]
#for number in range(40) [
#pagebreak()
== Exhibit RC/#number
#image("photo-" + str(number) + ".jpg", width: 100%)
]
"""

MAKE_TYPST = """
import sys, typst
typst.compile(sys.argv[1] + "/paper.typ", output=sys.argv[1] + "/typst.pdf", font_paths=[sys.argv[2]], ignore_system_fonts=True)
"""

MAKE_REPORTLAB = """
import json, sys
from xml.sax.saxutils import escape
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate
pdfmetrics.registerFont(TTFont("Noto", sys.argv[2] + "/noto-sans/NotoSans-Regular.ttf"))
body = ParagraphStyle("body", fontName="Noto", fontSize=10.2, leading=14)
head = ParagraphStyle("head", fontName="Noto", fontSize=12, leading=17)
def furniture(canvas, document):
    canvas.setFont("Noto", 9)
    canvas.drawString(20 * mm, 285 * mm, "CONFIDENTIAL: safeguarding")
    canvas.drawString(20 * mm, 10 * mm, "Page %d" % document.page)
story = []
for entry in json.load(open(sys.argv[1] + "/content.json")):
    story.append(Paragraph(escape(entry["title"] + ", " + entry["day"]), head))
    story.append(Paragraph(escape(entry["text"]), body))
for number in range(40):
    story += [PageBreak(), Paragraph("Exhibit RC/%d" % number, head), Image(sys.argv[1] + "/photo-%d.jpg" % number, width=160 * mm, height=160 * mm * 4 / 3)]
document = SimpleDocTemplate(sys.argv[1] + "/reportlab.pdf", pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=20 * mm, bottomMargin=20 * mm)
document.build(story, onFirstPage=furniture, onLaterPages=furniture)
"""


def run(command):
    """CPU seconds and peak memory in MiB of one program."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[0]} ended with {status}")
    return {
        "cpu": round(used.ru_utime + used.ru_stime, 2),
        "wall": round(time.monotonic() - begun, 2),
        "peak": round(used.ru_maxrss / 1024),
    }


def pages(path):
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:")))


def main(program, place, fonts):
    home = os.path.join(place, "peers")
    python = os.path.join(home, "bin", "python")
    if not os.path.exists(python):
        venv.create(home, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], check=True, stdout=sys.stderr)
    for number in range(PHOTOGRAPHS):
        photo = os.path.join(place, f"photo-{number}.jpg")
        if not os.path.exists(photo):
            noise = ["-size", "1200x1600", f"plasma:#{number * 5:02x}6688-#ddcc{number * 5:02x}", "-seed", str(number), "-attenuate", "0.3", "+noise", "Gaussian", "-type", "TrueColor"]
            subprocess.run(["convert", *noise, "-quality", "80", photo], check=True)
    with open(os.path.join(place, "paper.typ"), "w", encoding="utf-8") as file:
        file.write(TYPST)
    with open(os.path.join(place, "content.json"), encoding="utf-8") as file:
        content = json.load(file)
    with open(os.path.join(place, "content-longer.json"), "w", encoding="utf-8") as file:
        json.dump(content + content, file)
    commands = {
        "strongroom": [program, "paper-of", place + "/content.json", place + "/strongroom.pdf"],
        "longer": [program, "paper-of", place + "/content-longer.json", place + "/longer.pdf"],
        "typst": [python, "-c", MAKE_TYPST, place, fonts],
        "reportlab": [python, "-c", MAKE_REPORTLAB, place, fonts],
    }
    figures = {}
    for name, command in commands.items():
        figures[name] = min((run(command) for _ in range(2)), key=lambda taken: taken["cpu"])
        figures[name]["pages"] = pages(os.path.join(place, name + ".pdf"))
    json.dump(figures, sys.stdout)


main(*sys.argv[1:])
