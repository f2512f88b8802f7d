"""Word documents (.docx)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as Word
from docx.table import Table

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read.raw import MAX_BYTES, Raw, sha256
from xiezuo.read.text import header

_OLE = b"\xd0\xcf\x11\xe0"
"""How .doc files and encrypted .docx files begin."""


def read_docx(raw: Raw) -> Iterator[Document]:
    """One document: the paragraphs, one a line, and tables with their cells parted by tabs.

    Raises:
        InputError: not a .docx file, broken, encrypted, or without text.
    """
    data = raw.data()
    if data.startswith(_OLE):
        problem = "encrypted, or an old .doc file under the name of a .docx"
        raise InputError(raw.name, problem, "save it as .docx without a password")
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > 4 * MAX_BYTES:
                raise InputError(raw.name, "unpacks to more than a document can have")
        text = "\n".join(_lines(docx.Document(io.BytesIO(data))))
    except InputError:
        raise
    except BadZipFile as error:
        raise InputError(raw.name, "not a .docx file, or a broken one", "save it again") from error
    except Exception as error:  # python-docx raises what its XML parser and package reader raise
        problem = f"cannot be read as .docx ({type(error).__name__})"
        raise InputError(raw.name, problem, "save it again") from error
    if not text.strip():
        raise InputError(raw.name, "the document has no text", "give its text")
    top = header(text)
    yield Document(raw.name, text, sha256(data), published=top.published, source=top.source)


def _lines(word: Word) -> Iterator[str]:
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells))
        else:
            yield block.text
