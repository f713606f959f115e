"""A council's own Word file as a clerk uploads it: checked, cleaned, and only then kept.

Its one rule: what is kept is what was made of the file, and never the file itself.
"""

import io
import re
import zipfile
from html import unescape

from django import forms
from django.db.models.functions import Length

from orgchart.forms import faults
from reports.formats.word.given import MOST_MEGABYTES, Refused, cleaned
from reports.models import WordBase

_TOO_LARGE = f"The file is larger than {MOST_MEGABYTES} MB. Make its pictures smaller."

_STORY = re.compile(r"word/(header|footer)[^/]*\.xml")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_STATUS = re.compile(r"\bdraft\b|\bnot for publication\b", re.IGNORECASE)


def words_in(data):
    """What the headers and footers of a Word file say in words, each paragraph once."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        stories = [file.read(name).decode() for name in sorted(file.namelist()) if _is_story(name)]
    paragraphs = (each for story in stories for each in story.split("</w:p>"))
    said = (" ".join(unescape("".join(_TEXT.findall(each))).split()) for each in paragraphs)
    return list(dict.fromkeys(each for each in said if any(map(str.isalpha, each))))


def _is_story(name):
    return _STORY.fullmatch(name) is not None


def status_in(data):
    """What the headers and footers of a Word file say of whether it may be read, if anything."""
    found = (_STATUS.search(each) for each in words_in(data))
    return next((said[0] for said in found if said), None)


class WordBaseForm(forms.Form):
    """The file, with every fault of it beside the field."""

    use_required_attribute = False

    file = forms.FileField(
        label="Word file",
        help_text=f"A .docx or .dotx file of at most {MOST_MEGABYTES} MB",
        error_messages={"required": "Choose a Word file", "empty": "The file is empty"},
    )

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    def clean_file(self):
        sent = self.cleaned_data["file"]
        if sent.size > MOST_MEGABYTES * 1_000_000:
            raise forms.ValidationError(_TOO_LARGE)
        try:
            self.cleaned_file = cleaned(sent.read())
        except Refused as refused:
            raise forms.ValidationError(list(refused.faults)) from refused
        if status := status_in(self.cleaned_file.data):
            raise forms.ValidationError(
                f"A header or footer of the file says “{status}”, which would stand on every "
                "report, published or not. Take it out: where it is due, it is printed by itself."
            )
        return sent

    def save_as(self, council, user):
        """Keep what was made of the file in place of what there was."""
        name = " ".join(self.cleaned_data["file"].name.split())[:200]
        with council.editing(user, "give a Word file") as locked:
            facts = {"name": name, "content": self.cleaned_file.data, "uploaded_by": user}
            base, _ = WordBase.objects.update_or_create(council=locked, defaults=facts)
            locked.act.tell(f"Papers take their look in Word from “{name}”.")
        return base


def base_of(council):
    """What is told of the council's Word file, without its bytes; None where it has given none."""
    bases = WordBase.objects.filter(council=council).select_related("uploaded_by")
    return bases.annotate(size=Length("content")).defer("content").first()


def take_away(council, user):
    """Let papers look as they do without a file of the council's: it, or None if there is none."""
    base = base_of(council)
    if base is None:
        return None
    with council.editing(user, "take the Word file away") as locked:
        base.delete()
        locked.act.tell(f"Papers no longer take their look in Word from “{base.name}”.")
    return base
