"""Every form of the admin says what its fields do on the page."""

import pytest

from tests.admin.forms import handler_of, help_of, name_of, panels_in, written_by_editors

EXPLAIN_THEMSELVES = {"TeamMember.name"}
BY_WAGTAIL = {"go_live_at", "expire_at"}
"""In the dialogue for a later publication, which is about nothing else."""


@pytest.mark.parametrize("model", written_by_editors(), ids=lambda model: model.__name__)
def test_every_field_says_what_it_does(model):
    silent = [name_of(panel) for panel in panels_in(handler_of(model)) if not help_of(panel)]

    unusual = {name for name in silent if name.partition(".")[2] not in BY_WAGTAIL}
    assert unusual - EXPLAIN_THEMSELVES == set()


def test_the_forms_are_those_of_all_pages_and_snippets():
    assert {model.__name__ for model in written_by_editors()} == {
        "AdvanceSimulatorPage",
        "AgendaPage",
        "Branch",
        "ChecklistPage",
        "DirectoryPage",
        "EventPage",
        "Figure",
        "FiguresPage",
        "FreePage",
        "Gap",
        "GapReport",
        "GapsPage",
        "GuidePage",
        "HomePage",
        "HourlyRatePage",
        "Need",
        "NewsIndexPage",
        "NewsPage",
        "OpportunitiesPage",
        "OpportunityPage",
        "Organisation",
        "OrganisationsPage",
        "PriceListPage",
        "ProfilePage",
        "ResourcesPage",
        "Skill",
        "TrainingPage",
        "TrainingsPage",
    }
