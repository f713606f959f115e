"""Posts, who holds them, their grades, and the lines beside the line of management."""

from .grade import Grade
from .line import Leads, ReportingLine
from .post import Holding, Post

__all__ = ["Grade", "Holding", "Leads", "Post", "ReportingLine"]
