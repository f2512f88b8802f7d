"""A file → Documents: every input format, decoded, with its metadata."""

from xiezuo.read.files import read, read_all, read_source
from xiezuo.read.options import ReadOptions
from xiezuo.read.readers import READERS
from xiezuo.read.sources import Source, sources

__all__ = ["READERS", "ReadOptions", "Source", "read", "read_all", "read_source", "sources"]
