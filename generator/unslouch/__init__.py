"""Unslouch: exercise guides and printable routine cards from YAML.

Data flows one way, and each module knows only what stands before it:
source → model → library → lint → pages → plugin and cli.
"""

__version__ = "0.1.0"
