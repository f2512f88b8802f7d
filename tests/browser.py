"""Headless Chromium, one for all tests that need a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def chromium() -> str:
    """The browser's program; the tests fail, not skip, where there is none."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if name and (found := shutil.which(name)):
            return found
    raise RuntimeError(
        f"no Chromium: set CHROMIUM to its program, or put one of {', '.join(NAMES)} into PATH"
    )


@contextmanager
def launched() -> Iterator[Browser]:
    """A running browser. Only one can run at a time: playwright's loop does not nest."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()
