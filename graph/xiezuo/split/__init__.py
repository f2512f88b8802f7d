"""Document → Articles: which lines belong together, what each is, and their clean text."""

from xiezuo.split.page import split

__all__ = ["split"]
