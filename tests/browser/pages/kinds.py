"""Every kind of page there is, as somebody meets it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from . import doing

LANGUAGES = ("fr", "en", "de", "lb")


@dataclass(frozen=True, slots=True)
class Kind:
    """`address` is made of the words of filling.py; `who` is one of its people, else a visitor.

    `sends` sends the page's form as it is, past the browser's own check: what comes back says what
    is missing. `then` is what somebody does once they are there. `spared` are rules of axe that
    cannot hold on it; `languages` are those it is worth looking at in.
    """

    name: str
    address: str
    who: str = ""
    status: int = 200
    sends: bool = False
    then: Callable[[Page], None] | None = None
    spared: tuple[str, ...] = ()
    languages: tuple[str, ...] = LANGUAGES


PUBLIC = (
    Kind("home", "{home}"),
    Kind("home-menu-open", "{home}", then=doing.open_the_menu),
    Kind("home-suggestions", "{home}", then=doing.begin_to_search),
    Kind("directory", "{directory}"),
    Kind("directory-map", "{directory}", then=doing.open_the_map),
    Kind("directory-all-open", "{directory}?branch=design", then=doing.open_all),
    Kind("directory-filtered", "{directory}?branch=visual-arts&branch=design&canton=Luxembourg"),
    Kind("directory-near", "{directory}?near=Esch-sur-Alzette&radius=30&sort=distance"),
    Kind("directory-empty", "{directory}?q=zzzz&branch=gaming&colour=red"),
    Kind("profile", "{directory}lea-hoffmann/"),
    Kind("profile-all-open", "{directory}lea-hoffmann/", then=doing.open_all),
    Kind("profile-embedded", "{directory}lea-hoffmann/embed/"),
    Kind(
        "shortlist", "{shortlist}?p=lea-hoffmann&p=gone&need=illustration&skills=telepathy&q=design"
    ),
    Kind("shortlist-empty", "{shortlist}"),
    Kind("contact-all", "{shortlist}contact/?p=lea-hoffmann"),
    Kind("contact-all-mistaken", "{shortlist}contact/?p=lea-hoffmann", sends=True),
    Kind("contact", "{directory}lea-hoffmann/contact/"),
    Kind("contact-mistaken", "{directory}lea-hoffmann/contact/", sends=True),
    Kind("contact-sent", "{directory}lea-hoffmann/contact/?done=sent"),
    Kind("contact-confirm", "/messages/confirm/{to_confirm}/"),
    Kind("contact-report", "/messages/report/{to_report}/"),
    Kind("conversation", "/messages/{to_sender}/"),
    Kind("agenda", "{agenda}"),
    Kind("agenda-all-open", "{agenda}", then=doing.open_all),
    Kind("agenda-month", "{agenda}?view=month"),
    Kind("agenda-map", "{agenda}?view=map"),
    Kind("agenda-empty", "{agenda}?q=zzzz&branch=gaming"),
    Kind("event", "{event}"),
    Kind("event-map", "{event}", then=doing.open_the_map),
    Kind("event-several-days", "{days}"),
    Kind("event-past", "{past}"),
    Kind("event-cancelled", "{cancelled}"),
    Kind("event-programme", "{festival}"),
    Kind("event-sessions", "{walk}"),
    Kind("registration", "{event}registration/"),
    Kind("registration-sessions", "{walk}registration/"),
    Kind("registration-mistaken", "{event}registration/", sends=True),
    Kind("registration-sent", "{event}registration/sent/"),
    Kind("registration-answer", "{event}registration/{seat}/"),
    Kind("figures", "{figures}"),
    Kind("figures-all-open", "{figures}", then=doing.open_all),
    Kind("opportunities", "{opportunities}"),
    Kind("opportunities-all-open", "{opportunities}?branch=design", then=doing.open_all),
    Kind("opportunities-empty", "{opportunities}?pay=unpaid&branch=music&colour=red"),
    Kind("opportunity", "{opportunities}pixel-artist/"),
    Kind("opportunity-expired", "{opportunities}montage-d-un-documentaire/"),
    Kind("propose", "/opportunities/new/", then=doing.open_all),
    Kind("propose-mistaken", "/opportunities/new/", sends=True),
    Kind("proposed", "/opportunities/new/?done"),
    Kind("opportunity-by-link", "/opportunities/{to_opportunity}/", then=doing.open_all),
    Kind("resources", "{resources}"),
    Kind("resources-found", "{resources}?q=exporter"),
    Kind("guide", "{guide}"),
    Kind("guide-missing", "{guide}missing/"),
    Kind("guide-missing-mistaken", "{guide}missing/", sends=True),
    Kind("organisations", "{organisations}"),
    Kind("organisations-map", "{organisations}?purpose=export", then=doing.open_the_map),
    Kind("gaps", "{gaps}"),
    Kind("trainings", "{trainings}"),
    Kind("training", "{training}"),
    Kind("checklist", "{checklist}"),
    Kind("checklist-answered", "{checklist}?buyer=central&amount=70000&launch=2026-12-01"),
    Kind("checklist-brief", "{checklist}brief/?buyer=central&amount=70000&launch=2026-12-01"),
    Kind("price-list", "{prices}"),
    Kind("price-estimate", "{prices}estimate/"),
    Kind("price-told-mistaken", "{prices}contribute/", sends=True),
    Kind("simulator", "{simulator}"),
    Kind(
        "simulator-answered",
        "{simulator}?year=2026&activity=main&income=3000&vat=charged&rate=standard&start=3",
        then=doing.open_all,
    ),
    Kind("hourly-rate", "{rate}?wanted=3000&days=120&hours=6&activity=main"),
    Kind("news", "{news}"),
    Kind("news-page", "{story}"),
    Kind("free-page", "{about}"),
    Kind("missing", "{home}nothing-here/", status=404),
    Kind("broken", "{home}broken/", status=500),
    Kind("log-in", "/account/login/", then=doing.open_all),
    Kind("sign-up", "/account/signup/"),
    Kind("sign-up-mistaken", "/account/signup/", sends=True),
    Kind("code", "/account/login/code/confirm/", who="coded"),
    Kind("password-reset", "/account/password/reset/"),
    Kind("demo-mail", "/demo/mail/"),
)
OF_MEMBERS = (
    Kind("joining-who", "/me/profile/start/who/", who="newcomer"),
    Kind("joining-who-mistaken", "/me/profile/start/who/", who="newcomer", sends=True),
    Kind("joining-what", "/me/profile/start/what/", who="creative"),
    Kind("joining-where", "/me/profile/start/where/", who="creative"),
    Kind("my-space", "/me/", who="creative"),
    Kind("my-opportunities", "/me/opportunities/", who="creative"),
    Kind("post-opportunity", "/me/opportunities/new/", who="creative"),
    Kind("propose-event-mistaken", "/me/proposals/new/", who="creative", sends=True),
    Kind("my-messages", "/me/messages/", who="creative"),
    Kind("my-message", "/me/messages/{message}/", who="creative"),
    Kind("my-settings", "/me/settings/", who="creative"),
    Kind("my-address", "/account/email/", who="creative"),
    Kind("my-password", "/account/password/change/", who="creative"),
    Kind("my-second-factor", "/account/2fa/", who="creative"),
    Kind("my-deletion", "/me/delete/", who="creative"),
    Kind("log-out", "/account/logout/", who="creative"),
    Kind("profile-editor", "/me/profile/", who="creative", then=doing.open_all),
    Kind("profile-about", "/me/profile/about/", who="creative"),
    Kind("profile-text", "/me/profile/text/{language}/", who="creative"),
    Kind("profile-skills", "/me/profile/skills/", who="creative"),
    Kind("profile-availability", "/me/profile/availability/", who="creative"),
    Kind("profile-portrait", "/me/profile/portrait/", who="creative"),
    Kind("profile-place", "/me/profile/place/", who="creative"),
    Kind("profile-team", "/me/profile/team/", who="creative"),
    Kind("profile-links", "/me/profile/links/", who="creative"),
    Kind("profile-contact", "/me/profile/contact/", who="creative"),
    Kind("profile-works", "/me/profile/work/", who="creative", then=doing.open_all),
    Kind("profile-work", "/me/profile/work/{work}/", who="creative"),
    Kind("profile-work-mistaken", "/me/profile/work/add/", who="creative", sends=True),
    Kind("preview", "/me/profile/preview/", who="creative"),
)
# Landmarks that a page has once are shown there in every state, all of one name.
STYLEGUIDE = tuple(
    Kind(
        f"styleguide-{part}",
        f"/styleguide/{part}/",
        spared=("landmark-unique",),
        languages=LANGUAGES[:2],
    )
    for part in (
        *("tokens", "elements", "forms", "ways", "finding", "cards", "agenda", "knowledge"),
        *("charts", "texts", "guides"),
    )
)
KINDS = PUBLIC + OF_MEMBERS + STYLEGUIDE
OF_EDITORS = (
    Kind("desk", "/admin/", who="editor"),
    *(
        Kind(f"edit-{page}", f"/admin/pages/{{{page}_number}}/edit/", who="editor")
        for page in ("waiting", "home", "event", "guide", "checklist", "prices", "story", "about")
    ),
    Kind("explore", "/admin/pages/{agenda_number}/", who="editor"),
    Kind("add", "/admin/pages/{resources_number}/add_subpage/", who="editor"),
    Kind("add-event", "/admin/pages/add/events/eventpage/{agenda_number}/", who="editor"),
    Kind("add-news", "/admin/pages/add/home/newspage/{news_number}/", who="editor"),
    Kind("list-opportunities", "/admin/opportunities/", who="editor"),
    Kind("edit-opportunity", "/admin/pages/{opportunity_number}/edit/", who="editor"),
    Kind("history", "/admin/pages/{waiting_number}/history/", who="editor"),
    Kind("usage", "/admin/pages/{waiting_number}/usage/", who="editor"),
    Kind("translate", "/admin/localize/submit/page/{story_number}/", who="editor"),
    Kind("add-image", "/admin/images/add/", who="editor"),
    Kind("add-document", "/admin/documents/add/", who="editor"),
    Kind("add-skill", "/admin/snippets/directory/skill/add/", who="editor"),
    Kind("add-figure", "/admin/snippets/resources/figure/add/", who="editor"),
    Kind("list-profiles", "/admin/profiles/", who="editor"),
    Kind("list-events", "/admin/agenda/", who="editor"),
    Kind("list-figures", "/admin/snippets/resources/figure/", who="editor"),
    Kind("list-organisations", "/admin/snippets/resources/organisation/", who="editor"),
    Kind("list-gaps", "/admin/snippets/resources/gap/", who="editor"),
    Kind("list-answers", "/admin/snippets/resources/gapreport/", who="editor"),
    Kind("list-prices", "/admin/prices/", who="editor"),
    Kind("list-registrations", "/admin/registrations/", who="editor"),
    Kind("list-people", "/admin/registrations/{seats_number}/", who="editor"),
    Kind("write-to-people", "/admin/registrations/{seats_number}/write/", who="editor"),
    Kind("door", "/admin/registrations/{seats_number}/door/", who="editor"),
    Kind("list-translations", "/admin/translations/?state=to-do&locale=de", who="editor"),
    Kind("search", "/admin/pages/search/?q=design", who="editor"),
)
