"""PDF with text, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage
from pypdfium2 import raw as pdfium

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read.columns import Box, in_reading_order, runs
from xiezuo.read.raw import Raw, sha256
from xiezuo.read.text import header

MAX_PAGES = 2_000
"""The most pages of a document that are read: a yearbook has 1,000."""

MAX_CHARACTERS = 200_000
"""The most characters on a page: a full newspaper page has 10,000."""

_NOT_SHOWN = frozenset((0, 0xFFFE, 0xFFFF))
_BLANK = Box(0, 0, 0, 0, " ")


def read_pdf(raw: Raw) -> Iterator[Document]:
    """One document: the lines of each page, column after column, with blank lines between blocks.

    Raises:
        InputError: broken, truncated, encrypted, or without text (a scan).
    """
    data = raw.data()
    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        raise _refused(raw.name, str(error)) from error
    try:
        if len(pdf) > MAX_PAGES:
            raise InputError(raw.name, f"more than {MAX_PAGES} pages", "split it")
        text = "\n\n".join(filter(None, (_page(pdf, number) for number in range(len(pdf)))))
    except PdfiumError as error:
        raise InputError(raw.name, f"a broken PDF ({error})", "save it again") from error
    finally:
        pdf.close()
    if not text.strip():
        problem = "the PDF has no text (it may be a scan)"
        raise InputError(raw.name, problem, "run text recognition over it and give the result")
    top = header(text)
    yield Document(raw.name, text, sha256(data), published=top.published, source=top.source)


def _refused(name: str, reason: str) -> InputError:
    if "password" in reason.lower():
        return InputError(name, "the PDF is encrypted", "save it without a password")
    return InputError(name, "not a PDF, or a broken or truncated one", "get the file again")


def _page(pdf: PdfDocument, number: int) -> str:
    page = pdf[number]
    textpage = page.get_textpage()
    try:
        return in_reading_order(runs(_characters(textpage)))
    finally:
        textpage.close()
        page.close()


def _characters(textpage: PdfTextPage) -> Iterator[Box]:
    """The characters of a page in the order in which they are drawn, blanks among them.

    Boxes are as high as the font and as wide as the character's advance, so that the gap between
    two characters of a word is none, whatever they look like.
    """
    box = pdfium.FS_RECTF()
    for index in range(min(textpage.count_chars(), MAX_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if chr(code).isspace():
            yield _BLANK
        elif pdfium.FPDFText_GetLooseCharBox(textpage, index, box) and code not in _NOT_SHOWN:
            yield Box(box.left, box.bottom, box.right, box.top, chr(code))
