"""Posts, who holds them, their grades, and the lines beside the line of management."""

from .grade import Grade
from .line import Leads, ReportingLine
from .pay import OnCosts, PaySpine, SpinePoint
from .post import Holding, Post

__all__ = [
    "Grade", "Holding", "Leads", "OnCosts", "PaySpine", "Post", "ReportingLine", "SpinePoint",
]  # fmt: skip
