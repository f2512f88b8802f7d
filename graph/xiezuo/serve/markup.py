"""HTML from Python values: whatever is no markup already is escaped."""

from __future__ import annotations

from html import escape

from xiezuo.serve.messages import HTML, Reply


class Markup(str):
    """Text that is HTML."""

    __slots__ = ()


Content = str | Markup | None


def element(name: str, /, *content: Content, **attributes: str) -> Markup:
    """An element; ``_`` in an attribute's name stands for ``-``, one at its end for nothing.

    >>> element("a", "a < b", href="/?q=<", class_="x")
    '<a href="/?q=&lt;" class="x">a &lt; b</a>'
    """
    marks = "".join(
        f' {key.removesuffix("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    if name in ("input", "link", "meta"):
        return Markup(f"<{name}{marks}>")
    return Markup(f"<{name}{marks}>{joined(*content)}</{name}>")


def joined(*content: Content) -> Markup:
    """Pieces one after the other."""
    return Markup("".join(one if isinstance(one, Markup) else escape(one or "") for one in content))


def link(text: str, address: str) -> Markup:
    """A link, unless its address could run something."""
    if not address.startswith(("/", "http://", "https://", "?", "#")):
        return joined(text)
    return element("a", text, href=address)


def table(head: list[str], rows: list[list[Content]]) -> Markup:
    """A table."""
    top = element("tr", *(element("th", name) for name in head))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    return element("table", element("thead", top), element("tbody", *body))


_MENU = (
    ("/questions", "问题 Questions"),
    ("/view", "图谱 Graph"),
    ("/sparql", "SPARQL"),
    ("/ontology", "本体 Ontology"),
    ("/.well-known/void", "数据 Data"),
)


def page(title: str, *content: Content, status: int = 200) -> Reply:
    """A page with the server's head: its name, the menu and the search."""
    search = element(
        "form",
        element(
            "input", type="search", name="q", placeholder="地名、人名、协议…", title="搜索 Search"
        ),
        action="/search",
        role="search",
    )
    head = element(
        "header",
        element("a", "协作图谱", href="/", class_="home"),
        element("nav", *(element("a", text, href=address) for address, text in _MENU)),
        search,
    )
    document = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width"),
            element("title", f"{title} · 协作图谱"),
            element("link", rel="stylesheet", href="/assets/style.css"),
            element("link", rel="icon", href="data:,"),
        ),
        element("body", head, element("main", element("h1", title), *content)),
        lang="zh",
    )
    return Reply(f"<!doctype html>\n{document}\n".encode(), HTML, status)
