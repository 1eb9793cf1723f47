"""One form that writes to everybody on a shortlist: a message of its own to each."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..addresses import shortlist_url
from ..models.profile import ProfilePage
from ..shortlist.asked import Shortlist
from .forms import ContactForm, refuse_blocked
from .limits import limited, may_write_to
from .writing import write_to_all

MOST = 10


class GroupForm(ContactForm):
    p = forms.MultipleChoiceField(
        label=gettext_lazy("Who gets it"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one.")},
    )

    def __init__(self, data=None, *, recipients: list[ProfilePage]):
        first = [one.slug for one in recipients[:MOST]]
        super().__init__(data, initial={"p": first})
        self.recipients = recipients
        people = cast(forms.MultipleChoiceField, self.fields["p"])
        people.choices = [(one.slug, one.title) for one in recipients]
        people.help_text = _("At most %(number)s at once.") % {"number": MOST}

    def clean_p(self) -> list[ProfilePage]:
        chosen = self.cleaned_data["p"]
        if len(chosen) > MOST:
            message = _("Choose %(number)s at most, and write to the others after that.")
            raise ValidationError(message, code="many", params={"number": MOST})
        return [one for one in self.recipients if one.slug in chosen]


@limited
def contact_all(request, language: str):
    """To those on the list of the address that can be written to."""
    asked = Shortlist.of(request.GET)
    address = shortlist_url(language) + asked.url().rstrip("?")
    profiles = _live(asked.profiles)
    recipients = [one for one in profiles if one.messages_go_to]
    context: dict[str, Any] = {
        "address": address,
        "names": ", ".join(one.title for one in recipients),
        "unreachable": [one.title for one in profiles if not one.messages_go_to],
    }
    if done := request.GET.get("done"):
        return render(request, "directory/contact_sent.html", {**context, "done": done})
    form = GroupForm(request.POST if request.method == "POST" else None, recipients=recipients)
    context |= {"form": form, "recipients": recipients}
    status = 200
    if request.method == "POST" and form.is_valid():
        if form.is_from_a_machine:
            return _done(asked, "sent")
        if refuse_blocked(form, form.cleaned_data["p"]):
            return render(request, "directory/contact_all.html", context)
        if may_write_to(request, len(form.cleaned_data["p"])):
            message = write_to_all(form.cleaned_data["p"], form=form)
            chosen = tuple(one.slug for one in form.cleaned_data["p"])
            return _done(asked, "sent" if message.confirmed_at else "confirm", chosen)
        status = 429
        form.add_error(None, _("That is too many messages at once. Wait a minute, then send it."))
    return render(request, "directory/contact_all.html", context, status=status)


def _live(slugs: tuple[str, ...]) -> list[ProfilePage]:
    """In the order of the list."""
    wanted = [slug for slug in slugs if "\0" not in slug]
    found = ProfilePage.objects.live().select_related("member").filter(slug__in=wanted)
    return sorted(found, key=lambda one: wanted.index(one.slug))


def _done(asked: Shortlist, done: str, profiles: tuple[str, ...] = ()) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{asked.url(profiles=profiles or asked.profiles)}&done={done}")
