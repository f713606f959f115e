"""Restructures and what their papers say."""

from .restructure import (
    Milestone,
    Phase,
    Recommendation,
    Restructure,
    Scope,
    Statement,
)

__all__ = ["Milestone", "Phase", "Recommendation", "Restructure", "Scope", "Statement"]
