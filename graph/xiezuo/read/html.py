"""HTML: the main text, and what the page says of itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache

import trafilatura
from trafilatura.settings import Document as Extracted
from trafilatura.settings import use_config

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read.encoding import decode
from xiezuo.read.options import iso_date
from xiezuo.read.raw import Raw, sha256, with_title
from xiezuo.read.text import header

MAX_HTML = 20 * 1024 * 1024
"""The largest page that is parsed; the largest real ones have 2 MB."""

SHORTEST = 40
"""Characters from which a main text is trusted; trafilatura's own 250 are for Latin letters, and
below it the whole page, navigation and all, is taken for the text."""

_META = re.compile(r"<meta\s[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SCRIPT = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SITE = re.compile(
    r"\s*[-_|–—]+\s*[^-_|–—]*(?:网|报|新闻|频道|客户端|门户|在线|政府|平台)[^-_|–—]*$"
)
_AUTHORS = re.compile(r"[\s,，、;；/]+")

DATES = ("publishdate", "pubdate", "publishtime", "publish_time", "article:published_time")
"""Names of ``<meta>`` elements for the date; ``pubdate``, ``contentsource``, ``author`` and
``articletitle`` are those of the standard for Chinese government sites."""

SOURCES = ("contentsource", "source", "mediaid", "og:article:source")
AUTHORS = ("author", "article:author", "og:article:author")
TITLES = ("articletitle", "og:title", "twitter:title")
URLS = ("url", "og:url")


def read_html(raw: Raw) -> Iterator[Document]:
    """The page's title and main text as one document.

    ``text`` is what trafilatura takes for the main text, under the title: offsets point into it.

    Raises:
        InputError: the page cannot be parsed or has no text.
    """
    data = raw.data(MAX_HTML)
    page = decode(raw.name, data)
    found = _extracted(raw.name, page)
    meta = _meta(page)
    title = _first(meta, TITLES) or (found.title if found else None) or ""
    title = _SITE.sub("", re.sub(r"\s+", " ", title)).strip()
    text = found.text if found and found.text else ""
    if not text.strip():
        raise InputError(raw.name, "the page has no text", "give its text, or the page it loads")
    top = header(_below(page, title))
    date = _first(meta, DATES) or (found.date if found else None) or ""
    yield Document(
        name=raw.name,
        text=with_title(title, text),
        sha256=sha256(data),
        published=iso_date(date) or top.published,
        url=_first(meta, URLS) or (found.url if found else None),
        source=_first(meta, SOURCES) or top.source,
        title=title or None,
        authors=tuple(filter(None, _AUTHORS.split(_first(meta, AUTHORS)))),
    )


def _extracted(name: str, page: str) -> Extracted | None:
    try:
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=_DATING,
            config=_config(),
        )
    except Exception as error:  # whatever a hostile page does to the parser, the rest goes on
        problem = f"cannot be parsed ({type(error).__name__})"
        raise InputError(name, problem, "save it again or give its text") from error
    return found if isinstance(found, Extracted) else None


@cache
def _config() -> ConfigParser:
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST))
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return config


_DATING = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1990-01-01",
    "max_date": "2100-01-01",
}
"""Only dates that the page marks as such, and the same ones on whatever day it is read."""


def _meta(page: str) -> dict[str, str]:
    """The page's ``<meta>`` elements, by name in lower case; the first of each name."""
    found: dict[str, str] = {}
    for element in _META.findall(page):
        attributes = {
            match[1].lower(): match[2] or match[3] or match[4] or ""
            for match in _ATTRIBUTE.finditer(element)
        }
        name = attributes.get("name") or attributes.get("property") or ""
        found.setdefault(name.lower(), html.unescape(attributes.get("content", "")).strip())
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _below(page: str, title: str) -> str:
    """The words right below the title, one element a line."""
    plain = html.unescape(_TAG.sub("\n", _SCRIPT.sub("", page)))
    at = plain.rfind(title) if title else -1
    lines = [line.strip() for line in plain[max(0, at) :][:3000].splitlines()]
    return "\n".join(filter(None, lines))
