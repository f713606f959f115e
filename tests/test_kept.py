"""The small paper is copied for each test: what a copy has is what loading the file writes."""

from django.db import transaction
from django.db.models import DateTimeField

from divisions.models import Council, Structure
from reports.councilfile import load
from reports.councilfile.dump import dump
from reports.councilfile.live import council_file
from tests import kept
from tests.pages import load_paper, small_paper


def written():
    """Every row as it stands, without the numbers of rows and the moments, and all as one file."""
    rows = {model._meta.label: list(_plain_rows(model)) for model in kept.models()}
    return rows, dump(council_file(Council.objects.get()))


def _plain_rows(model):
    names = [field.name for field in model._meta.concrete_fields if _is_plain(field)]
    return model._base_manager.order_by("pk").values_list(*names)


def _is_plain(field):
    is_number = field.primary_key or field.is_relation or field.name in ("id", "tree_id")
    return not is_number and not isinstance(field, DateTimeField)


def test_a_copy_has_every_row_that_loading_the_file_writes(borough):
    with transaction.atomic():
        load.load(small_paper())
        loaded = written()
        transaction.set_rollback(True)
    load_paper()
    assert written() == loaded


def test_a_copy_belongs_to_the_council_that_is_there(borough):
    load_paper()
    assert [version.id for version in Council.history.all()] == [borough.pk]
    assert {structure.council_id for structure in Structure.objects.all()} == {borough.pk}


def test_a_file_loaded_beside_its_copy_finds_nothing_to_write(borough):
    load_paper()
    assert load.load(small_paper()).differences == ()


def test_beside_a_draft_the_file_is_loaded_and_not_copied(draft):
    load_paper()
    keys = Structure.objects.order_by("pk").values_list("key", flat=True)
    assert list(keys) == ["draft", "existing", "proposed"]
