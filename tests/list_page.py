"""The page on which a list is made into a structure: sent and sent on."""

from django.core.files.uploadedfile import SimpleUploadedFile

ADDRESS = "/borough/establishment/"


LIST = """\
Post no,Job title,Directorate,Team,Reports to,Grade,FTE,Status,Post holder
1,Chief Executive,,,none,Chief,1,,A. Holder
2,Director of Children's Services,Children,,1,Chief,1,,Vacant
3,Youth Worker,Children,Youth,2,Grade 5,0.5,interim,B. Holder
4,Youth Worker,Children,Youth,2,Grade 5,,,
"""


def send(browser, text=LIST, name="staff.csv"):
    """Send a list to be looked at."""
    data = text if isinstance(text, bytes) else text.encode()
    return browser.post(ADDRESS, {"file": SimpleUploadedFile(name, data)})


def sent_on(answer, **more):
    """What the form of a page sends back, with what a person changes."""
    hand = answer.context["hand"]
    data = {"name": hand.name, "matched": hand.matched_for, "text": hand.texts}
    data |= {"sheet": hand.sheets, "chosen": str(hand.chosen), "remark": hand.reading_remarks}
    data["merged"] = hand.merged
    data["once"] = answer.context["form"]["once"].value()
    data["heading_row"] = str(hand.matching.heading_row)
    data["empty"] = "nobody" if hand.matching.empty_is_nobody else ""
    for column in hand.matching.columns:
        data[f"column-{column.number}"] = column.field or ""
    return data | more


MAKE = {"make": "yes", "title": "Our structure", "status": "in force", "complete": "yes"}


def made_by(browser, text=LIST, **more):
    """Send a list and have it made."""
    return browser.post(ADDRESS, sent_on(send(browser, text), **MAKE | more), follow=True)
