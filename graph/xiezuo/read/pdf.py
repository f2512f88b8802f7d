"""PDF with text, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read.columns import Box, in_reading_order
from xiezuo.read.raw import Raw, sha256
from xiezuo.read.text import header

MAX_PAGES = 2_000
"""The most pages of a document that are read: a yearbook has 1,000."""

MAX_BOXES = 20_000
"""The most runs of text on a page: a full newspaper page has 3,000."""


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
        count = min(textpage.count_rects(), MAX_BOXES)
        boxes = [_box(textpage, index) for index in range(count)]
    finally:
        textpage.close()
        page.close()
    return in_reading_order([box for box in boxes if box.text.strip()])


def _box(textpage: pypdfium2.PdfTextPage, index: int) -> Box:
    left, bottom, right, top = textpage.get_rect(index)
    text = textpage.get_text_bounded(left, bottom, right, top)
    return Box(left, bottom, right, top, " ".join(text.split()))
