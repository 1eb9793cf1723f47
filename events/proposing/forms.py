"""The form in which a member proposes an event, made for a phone."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cluster.core.once import OnceField
from cluster.core.plain import one_line, plain, visible, web_address
from cluster.core.sections import sections
from cluster.geo.forms import LocalityInput
from cluster.media.forms import PictureField
from cluster.media.pictures import keep_picture
from directory.known_skills import KnownSkillsField
from directory.models import Branch, ProfileListing
from directory.my_profile.forms import BranchesField, SectionForm
from directory.my_profile.pictures import MAX_ALT, KeptPictureField

from ..choices import EventType, Format, RegistrationMode
from ..models import EventPage
from .proposals import set_organiser
from .wording import html_of, text_of

if TYPE_CHECKING:
    from cluster.accounts.models import User


def written_in() -> list[tuple[str, str]]:
    """The languages whose agenda is public."""
    agendas = {one.language for one in sections() if one.model == "events.agendapage"}
    return [(code, name) for code, name in settings.LANGUAGES if code in agendas]


class AddressField(forms.URLField):
    """`web_address` says all that Django's own validator would, which would be said twice."""

    default_validators = []

    def __init__(self, **kwargs):
        usual = {"assume_scheme": "https", "validators": [web_address], "required": False}
        super().__init__(widget=forms.TextInput({"inputmode": "url"}), **{**usual, **kwargs})


class ProposalForm(SectionForm):
    data: Any
    cleaned_data: dict[str, Any]

    class Meta:
        model = EventPage
        fields = [
            *("title", "event_type", "introduction", "format", "locality", "venue", "address"),
            *("online_url", "access_notes", "languages", "branches", "skills", "level"),
            *("free", "price", "registration_url"),
        ]
        widgets = {
            "introduction": forms.Textarea({"rows": 2}),
            "locality": LocalityInput,
            "access_notes": forms.Textarea({"rows": 2}),
        }
        labels = {
            "introduction": _("In one sentence"),
            "locality": _("Town or village"),
            "address": _("Street and number"),
            "access_notes": _("Can everybody come in and follow?"),
            "languages": _("Which languages are spoken?"),
            "level": _("How much should people know already?"),
        }
        help_texts = {
            "introduction": _("What lists show below the title."),
            "locality": _("Not needed where it is online only."),
            "address": "",
            "price": _("For example: 25 €, students 10 €."),
        }

    title = forms.CharField(label=_("Title"), max_length=120, validators=[one_line, visible])
    event_type = forms.ChoiceField(
        label=_("What is it?"), choices=EventType.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label=_("I write in"), choices=())
    text = forms.CharField(
        label=_("What happens there?"),
        required=False,
        max_length=10_000,
        help_text=_("Programme, guests, for whom it is. Leave empty lines between paragraphs."),
        widget=forms.Textarea({"rows": 8}),
    )
    format = forms.ChoiceField(
        label=_("Where is it?"), choices=Format.choices, widget=forms.RadioSelect
    )
    online_url = AddressField(
        label=_("Online link"),
        help_text=_("Shown to everybody, unless people have to register first."),
    )
    branches = BranchesField(
        label=_("Branches"),
        required=False,
        help_text=_("Three at most."),
        queryset=Branch.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )
    skills = KnownSkillsField(
        label=_("Skills"),
        required=False,
        help_text=_("What people learn or need there, with commas between: engraving, 3D."),
    )
    registration_url = AddressField(
        label=_("Where do people register?"),
        help_text=_("The address of your own form or ticket shop. Empty: people just come."),
    )
    organiser = forms.CharField(
        label=_("Who organises it?"),
        max_length=140,
        validators=[one_line, visible],
        help_text=_("Your name, studio or organisation: it is shown."),
    )
    picture = PictureField(label=pgettext_lazy("of an event", "Picture"), required=False)
    kept = KeptPictureField()
    alt = forms.CharField(
        label=_("What does it show?"),
        max_length=MAX_ALT,
        required=False,
        help_text=_("One sentence. It is read aloud to people who cannot see the picture."),
    )
    remove = forms.BooleanField(label=_("Take the picture away"), required=False)
    key = OnceField()

    def __init__(self, *args, member: "User", **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        page, new = self.instance, self.instance.pk is None
        self.initial["text"] = text_of(page.body)
        self.fields["kept"].queryset = self.fields["kept"].queryset.model.objects.filter(
            uploaded_by_user=member
        )
        self.listing = ProfileListing.objects.filter(page__member=member).first()
        if self.listing:
            del self.fields["organiser"]
        else:
            own = next((one.name for one in page.people.all() if one.name), member.name)
            self.initial["organiser"] = own
        if not page.image_id:
            del self.fields["remove"]
        if new:
            self.fields["language"].choices = written_in()
        else:
            del self.fields["language"]
        for name in ("introduction", "venue", "address", "price"):
            self.fields[name].validators.append(one_line)

    def clean(self) -> dict[str, Any]:
        self.cleaned_data = data = plain(super().clean() or self.cleaned_data)
        if data.get("format") != Format.ONLINE and data.get("locality") == "":
            self.add_error("locality", _("Name the town, or choose online."))
        if "locality" in self.changed_data:
            self.instance.location = ""
        if self.instance.registration != RegistrationMode.HERE:
            modes = (RegistrationMode.NONE, RegistrationMode.ELSEWHERE)
            self.instance.registration = modes[bool(data.get("registration_url"))]
        return self.cleaned_data

    def keep_what_came(self) -> None:
        """Stores a picture that is right, in a form that is not."""
        if file := self.cleaned_data.get("picture"):
            image = keep_picture(file, alt=self.cleaned_data.get("alt", ""), by=self.member)
            self.cleaned_data |= {"kept": image, "picture": None}
            self.data = self.data.copy()
            self.data["kept"] = str(image.pk)

    @property
    def waiting(self):
        """A picture that came with a form that was not right yet."""
        return self.is_bound and getattr(self, "cleaned_data", {}).get("kept")

    def save(self, commit=False) -> EventPage:
        page = super().save()
        data = self.cleaned_data
        if data["text"] != text_of(page.body):
            page.body = html_of(data["text"])
        name = data.get("organiser") or (self.listing.name if self.listing else "")
        set_organiser(page, by=self.member, name=name)
        if data.get("remove"):
            page.image = None
        alt = data["alt"] or data["title"]
        if file := data["picture"]:
            page.image = keep_picture(file, alt=alt, by=self.member)
        elif data["kept"]:
            page.image = data["kept"]
        return page
