"""The days of an answered checklist, for a calendar."""

from ..deadlines_ical import Entry
from .answering import Answer


def entries(answer: Answer) -> list[Entry]:
    """The timetable, then the items that have a day, by day."""
    found = [Entry(name, day, said) for name, said, day in answer.dates]
    if answer.verdict.deadline == answer.verdict.earliest:
        found = [one for one in found if one.key != "deadline"]
    found += [
        Entry(item.id or item.content["title"], item.due, item.content["title"])
        for group in answer.groups
        for item in group.items
        if item.due
    ]
    return sorted(found, key=lambda one: one.day)
