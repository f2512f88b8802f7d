"""Pages of the view in headless Chromium, with the network closed and watched."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route


@pytest.fixture(scope="session")
def graphs() -> ModuleType:
    """The module beside this one that makes graphs."""
    spec = importlib.util.spec_from_file_location(
        "view_graphs", Path(__file__).parent / "graphs.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@dataclass
class Tab:
    """An open page, with all that it asked of the network and said on the console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def call(self, expression: str, *arguments: Any) -> Any:
        """The value of a function of ``window.xiezuo``: ``call("point", 3)``."""
        return self.page.evaluate(
            "([name, args]) => window.xiezuo[name](...args)", [expression, list(arguments)]
        )

    def node(self, name: str) -> int:
        """The best hit for a name."""
        return int(self.call("find", name)[0])

    def click(self, point: dict[str, float], double: bool = False) -> None:
        (self.page.mouse.dblclick if double else self.page.mouse.click)(point["x"], point["y"])

    @property
    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()


Open = Callable[..., Tab]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page's text from a file; afterwards nothing may have gone wrong on it."""
    tabs: list[Tab] = []
    contexts = []

    def open_(html: str, fragment: str = "", width: int = 1280, **options: Any) -> Tab:
        path = tmp_path / f"graph{len(tabs)}.html"
        path.write_text(html, encoding="utf-8")
        viewport = {"width": width, "height": options.pop("height", 800)}
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        tab = Tab(context.new_page())
        tabs.append(tab)

        def watch(route: Route) -> None:
            if route.request.url.startswith(path.as_uri()):
                route.continue_()
            else:
                tab.requests.append(route.request.url)
                route.abort()

        context.route("**/*", watch)
        tab.page.on(
            "console", lambda message: tab.console.append(f"{message.type}: {message.text}")
        )
        tab.page.on("pageerror", lambda error: tab.console.append(f"error: {error}"))
        tab.page.goto(path.as_uri() + fragment)
        tab.page.wait_for_selector("html[data-ready=true]", timeout=20_000)
        return tab

    yield open_
    for context in contexts:
        context.close()
    for tab in tabs:
        assert tab.requests == []
        assert tab.console == []
