"""Which reader makes documents of a file: a new format is a module beside this and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read.docx import read_docx
from xiezuo.read.html import read_html
from xiezuo.read.jsonl import read_jsonl
from xiezuo.read.pdf import read_pdf
from xiezuo.read.raw import Raw
from xiezuo.read.text import read_text

Reader = Callable[[Raw], Iterator[Document] | Iterator[Document | InputError]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".shtml": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
"""The reader for each suffix (in lower case)."""

CONVERT: dict[str, str] = {
    ".doc": "save it as .docx",
    ".wps": "save it as .docx",
    ".rtf": "save it as .docx",
    ".odt": "save it as .docx",
    ".caj": "save it as .pdf",
    ".ofd": "save it as .pdf",
    ".epub": "save it as .html",
    ".mht": "save it as .html",
    ".mhtml": "save it as .html",
    ".rar": "unpack it, or pack it as .zip",
    ".7z": "unpack it, or pack it as .zip",
    ".tar": "unpack it, or pack it as .zip",
    ".gz": "unpack it, or pack it as .zip",
    ".tgz": "unpack it, or pack it as .zip",
}
"""Kinds of files that hold documents but are not read, and what to do about them."""
