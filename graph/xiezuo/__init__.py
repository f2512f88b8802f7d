"""xiezuo reads Chinese news on East–West cooperation into a knowledge graph."""

__version__ = "0.1.0"
