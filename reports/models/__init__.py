"""Restructures, what their papers say, how they are written, and what was made of them."""

from .export import Export, Prepared
from .people import Cost, Fate, Filling, RingFence
from .report import HouseTemplate, Report, Section, WordBase, Writing
from .restructure import (
    Milestone,
    Phase,
    Recommendation,
    Restructure,
    Scope,
    Statement,
)

__all__ = [
    "Cost", "Export", "Fate", "Filling", "HouseTemplate", "Milestone", "Phase", "Prepared",
    "Recommendation", "Report", "Restructure", "RingFence", "Scope", "Section", "Statement",
    "WordBase", "Writing",
]  # fmt: skip
