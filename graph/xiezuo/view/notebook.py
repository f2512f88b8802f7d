"""The page inside a notebook's output: the same view, still without the network."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

_SANDBOX = "allow-scripts allow-downloads allow-popups allow-modals"
"""The page may run its script, save files, open a link and print; it reaches nothing outside."""


@dataclass(frozen=True, repr=False)
class Picture:
    """A page of the graph view. A notebook shows it where a cell returns it.

    ``page`` is the HTML text, ``height`` the height of its frame in CSS pixels.
    """

    page: str
    height: int = 680

    def save(self, path: Path | str) -> Path:
        """Writes the page to a file and returns its path.

        Raises:
            OSError: the file cannot be written.
        """
        file = Path(path)
        file.write_text(self.page, encoding="utf-8", newline="\n")
        return file

    def _repr_html_(self) -> str:
        source = html.escape(self.page, quote=True)
        return (
            f'<iframe srcdoc="{source}" sandbox="{_SANDBOX}" title="协作图谱" '
            f'style="width:100%;height:{self.height}px;border:0"></iframe>'
        )

    def __repr__(self) -> str:
        return f"Picture of {len(self.page):,} characters; save(path) writes it to a file"
