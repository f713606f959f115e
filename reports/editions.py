"""Who a report is for: the public, the committee behind closed doors, staff, the trade unions.

Its one rule: what an edition must not have is taken out before anything is made of it, so that no
format can let it out.
"""

from dataclasses import dataclass

__all__ = ["EDITIONS", "EXEMPT", "PUBLIC", "STAFF", "UNION", "Edition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition by its key: its title, what it is without, and what it is for."""

    key: str
    title: str
    says: str


PUBLIC = Edition(key="public", title="Public", says="no names, no single-holder pay")
EXEMPT = Edition(key="exempt", title="Exempt", says="Schedule 12A paragraph on every page")
STAFF = Edition(key="staff", title="Staff", says="no pay")
UNION = Edition(key="union", title="Trade union", says="s.188 information")

EDITIONS = {edition.key: edition for edition in (PUBLIC, EXEMPT, STAFF, UNION)}
