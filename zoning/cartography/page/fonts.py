"""Fonts of the printed book: what is embedded, how wide a text is, what it looks like.

Latin, Greek, Cyrillic, Hebrew and Arabic come from DejaVu Sans Condensed, shipped with the
package. Chinese, Japanese and Korean come from Noto Sans CJK, which is too large to ship and
is looked for on the system. A character that no font has is printed as an empty box, so that
text from data never breaks a page.
"""

from __future__ import annotations

import os
import unicodedata
from functools import lru_cache
from importlib import resources
from pathlib import Path

from zoning.errors import FileError

__all__ = ["CJK_PACKAGE", "Lettering", "find_cjk", "needs_cjk", "visual_order"]

#: What to install where no Chinese font is found.
CJK_PACKAGE = "fonts-noto-cjk"
_CJK_NAMES = ("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf")
_CJK_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "~/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
#: The face of a Noto collection that draws characters as in mainland China.
_SC_FACE = 2
_MISSING = "\u25a1"
# Script ranges that Noto Sans CJK serves: radicals to compatibility forms, then the planes.
_CJK_RANGES = (
    (0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)  # fmt: skip


def needs_cjk(text: str) -> bool:
    """Whether a text has characters that only the Chinese font can draw."""
    if text.isascii():
        return False
    return any(a <= ord(c) <= b for c in text if c > "\u2e7f" for a, b in _CJK_RANGES)


def find_cjk(folders=None) -> tuple[Path, int]:
    """File and face number of the Chinese font.

    Parameters
    ----------
    folders : sequence of path, optional
        Where to look, folders below included; by default where systems keep fonts. The
        environment variable ``ZONING_CJK_FONT`` names a file directly.

    Raises
    ------
    FileError
        None is found; the message names the package to install.
    """
    named = os.environ.get("ZONING_CJK_FONT")
    if named and folders is None:
        path = Path(named)
        if not path.is_file():
            raise FileError(f"{named}: no such font file; correct or unset ZONING_CJK_FONT")
        return path, _SC_FACE if path.suffix == ".ttc" else 0
    for folder in _CJK_FOLDERS if folders is None else folders:
        root = Path(folder).expanduser()
        for name in _CJK_NAMES:
            # First by name, the same one on every machine that has several.
            found = sorted(root.rglob(name)) if root.is_dir() else []
            if found:
                return found[0], _SC_FACE if found[0].suffix == ".ttc" else 0
    raise FileError(
        f"no Chinese font found: install the package {CJK_PACKAGE} (Debian, Ubuntu), or name a "
        "font file in the environment variable ZONING_CJK_FONT"
    )


@lru_cache(maxsize=1)
def _arabic_forms() -> dict[tuple[str, str], str]:
    """(letter, form) to the presentation form, from the Unicode data."""
    forms = {}
    for code in range(0xFE80, 0xFEFD):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2:
            forms[chr(int(parts[1], 16)), parts[0].strip("<>")] = chr(code)
    return forms


def _join_arabic(text: str) -> str:
    """Arabic letters in the form that their neighbours in the word ask for."""
    forms = _arabic_forms()
    out = []
    for i, letter in enumerate(text):
        if (letter, "isolated") not in forms:
            out.append(letter)
            continue
        before = _beside(text, i, -1)
        after = _beside(text, i, 1)
        left = (before, "initial") in forms  # the one before reaches forward
        right = (letter, "initial") in forms and (after, "final") in forms
        form = ("medial" if right else "final") if left else ("initial" if right else "isolated")
        out.append(forms.get((letter, form), letter))
    return "".join(out)


def _beside(text: str, i: int, step: int) -> str:
    """The next letter in a direction, marks above letters passed over."""
    i += step
    while 0 <= i < len(text) and unicodedata.combining(text[i]):
        i += step
    return text[i] if 0 <= i < len(text) else ""


def visual_order(text: str) -> str:
    """A text in the order in which its characters stand on the line.

    Line breaks and control characters become blanks; right-to-left runs are reordered by the
    Unicode bidirectional algorithm and Arabic letters joined.
    """
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    if all(c < "\u0590" or "\u0900" <= c < "\ufb00" for c in text):
        return text
    if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text):
        from fpdf.bidi import BidiParagraph

        return BidiParagraph(_join_arabic(text)).get_reordered_string()
    return text


class Lettering:
    """The fonts of one document and the texts set in them.

    Parameters
    ----------
    pdf : fpdf.FPDF
        The document that embeds the fonts; only characters that are used go in.
    cjk : bool
        Whether the Chinese font is needed.

    Raises
    ------
    FileError
        The Chinese font is needed and not found.
    """

    #: Height of capitals and digits over the size of the font.
    CAP = 0.73

    def __init__(self, pdf, *, cjk: bool = False):
        assets = resources.files("zoning.cartography.page") / "assets"
        self._pdf = pdf
        files = {
            "book": (assets / "DejaVuSansCondensed.ttf", 0),
            "bookb": (assets / "DejaVuSansCondensed-Bold.ttf", 0),
        }
        if cjk:
            files["bookc"] = find_cjk()
        for name, (path, face) in files.items():
            pdf.add_font(name, "", str(path), collection_font_number=face)
        self._plain = [pdf.fonts[n] for n in ("book", "bookc") if n in pdf.fonts]
        self._bold = [pdf.fonts[n] for n in ("bookb", "bookc") if n in pdf.fonts]
        self._runs: dict[tuple[str, bool], tuple[tuple, float]] = {}
        self._encoded: dict[tuple[int, str], str] = {}

    def use_on_page(self) -> None:
        """Name every font in the resources of the current page."""
        for name in ("book", "bookb", "bookc"):
            if name in self._pdf.fonts:
                self._pdf.set_font(name, "", 8)
                # fpdf2 lists a font in a page's resources when it is first written with.
                self._pdf.text(0, 0, " ")

    def runs(self, text: str, bold: bool = False) -> tuple[tuple, float]:
        """Pieces of a text, ``(font number, encoded text, drawn with an edge)``, and its width.

        The width is in points at a size of 1 point.
        """
        key = (text, bold)
        if key not in self._runs:
            self._runs[key] = self._shape(text, bold)
        return self._runs[key]

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width in millimetres of a text set in `size` points."""
        return self.runs(text, bold)[1] * size * 25.4 / 72

    def _shape(self, text: str, bold: bool) -> tuple[tuple, float]:
        pieces: list[tuple] = []
        width = 0.0
        for char in visual_order(text):
            font, char = self._font_of(char, bold)
            width += font.cw[ord(char)] / 1000
            if pieces and pieces[-1][0] is font:
                pieces[-1] = (font, pieces[-1][1] + char)
            else:
                pieces.append((font, char))
        # encode_text picks the glyphs that the subset will hold and ends with its operator.
        # There is no second Chinese font: its bold is drawn with an edge.
        thick = self._bold[1:] if bold else []
        runs = tuple((f.i, f.encode_text(t).removesuffix(" Tj"), f in thick) for f, t in pieces)
        return runs, width

    def _font_of(self, char: str, bold: bool):
        fonts = self._bold if bold else self._plain
        # Both fonts have commas and brackets; the Chinese ones must look Chinese.
        order = fonts[::-1] if needs_cjk(char) else fonts
        for font in order:
            if ord(char) in font.cmap:
                return font, char
        if unicodedata.category(char) in ("Cf", "Mn", "Cs", "Co"):
            return fonts[0], " "
        return fonts[0], _MISSING

    def break_lines(self, text: str, size: float, width: float, bold: bool = False) -> list[str]:
        """A text as lines no wider than `width` millimetres.

        Breaks at blanks, and inside a word (or between Chinese characters) where there is none.
        """
        lines: list[str] = []
        line, used = "", 0.0
        for word in _words(text):
            body = self.width(word.rstrip(), size, bold)
            if used + body <= width:
                line, used = line + word, used + self.width(word, size, bold)
                continue
            if line.strip():
                lines.append(line.rstrip())
            line = word.lstrip()
            while self.width(line.rstrip(), size, bold) > width and len(line) > 1:
                cut = self._longest(line, size, width, bold)
                lines.append(line[:cut])
                line = line[cut:]
            used = self.width(line, size, bold)
        if line.strip():
            lines.append(line.rstrip())
        return lines

    def clip(self, text: str, size: float, width: float, bold: bool = False) -> str:
        """A text cut with an ellipsis to at most `width` millimetres."""
        if self.width(text, size, bold) <= width:
            return text
        room = width - self.width("…", size, bold)
        return text[: self._longest(text, size, room, bold)].rstrip() + "…"

    def _longest(self, text: str, size: float, width: float, bold: bool) -> int:
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle], size, bold) <= width:
                low = middle
            else:
                high = middle - 1
        return low


def _words(text: str) -> list[str]:
    words, word = [], ""
    for char in text:
        word += char
        if char == " " or needs_cjk(char):
            words.append(word)
            word = ""
    if word:
        words.append(word)
    # A Chinese full stop or comma may not open a line, a bracket not end one.
    joined: list[str] = []
    for item in words:
        if joined and (item[:1] in "，。；：、）" or joined[-1].endswith("（")):
            joined[-1] += item
        else:
            joined.append(item)
    return joined
