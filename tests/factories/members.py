"""Members and what they have done so far."""

import factory
from django.contrib.auth.models import Group

from directory import membership
from directory.models import Branch, ProfileText
from tests.factories.accounts import UserFactory


class MemberFactory(UserFactory):
    """Someone without a profile; `editor=True` is one of the editors."""

    name = "Ada Lux"

    @factory.post_generation
    def editor(self, create, extracted, **kwargs):
        if extracted:
            self.groups.add(Group.objects.get(name="Editors"))


def ready_profile(member, *, name="Ada Lux", headline="I draw maps", skills=()):
    """The member's draft with all it needs to be submitted."""
    branch, _made = Branch.objects.get_or_create(
        slug="design", defaults={"names": {"fr": "Design", "en": "Design"}, "position": 1}
    )
    membership.start_profile(member, name=name)
    with membership.editing(member) as draft:
        draft.texts = [ProfileText(language="en", headline=headline)]
        draft.branches = [branch]
        draft.skills.set(skills)
        draft.locality = "Esch-sur-Alzette"
        membership.save_draft(draft, by=member)
    return draft


def confirmed_profile(member, editor, **kwargs):
    page = ready_profile(member, **kwargs)
    membership.submit(page, by=member)
    membership.confirm(page, by=editor)
    return page
