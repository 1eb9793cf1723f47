"""What every page of ours shares."""

from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from .admin_forms import PageForm
from .sections import Section, ancestors_of, translations_of, with_address
from .share_card import ShareCard


class BasePage(Page):
    """A page whose chrome (menu, breadcrumbs, language switch) costs no query of its own."""

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    heading=_("Address part"),
                    help_text=_(
                        "The last part of this page's address: small letters, digits, hyphens."
                    ),
                ),
                FieldPanel(
                    "seo_title",
                    heading=_("Title elsewhere"),
                    help_text=_("Shown by search engines and in shared links; empty: the title."),
                ),
                FieldPanel(
                    "search_description",
                    heading=_("Description elsewhere"),
                    help_text=_(
                        "One or two sentences that search engines show below the title; empty:"
                        " the introduction."
                    ),
                ),
            ],
            _("Address and search engines"),
        )
    ]
    menu_panels = [
        *promote_panels,
        FieldPanel(
            "show_in_menus",
            heading=_("In the menu"),
            help_text=_(
                "Ticked, a page right below the home page is in the menu at the top of every"
                " page; otherwise at the foot."
            ),
        ),
    ]
    """Of what may be in the menu."""
    base_form_class = PageForm

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        """A title in other letters than ours makes no address by itself."""
        if not self.slug and not slugify(self.title):
            self.slug = f"page-{self.translation_key.hex[:8]}"
        super().full_clean(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["alternates"] = self.get_alternates()
        context["breadcrumbs"] = self.get_breadcrumbs()
        return context

    @cached_property
    def sections_above(self) -> list[Section]:
        """The home and the section pages above this page, outermost first."""
        return ancestors_of(self.url_path)

    @property
    def language(self) -> str:
        """The code of its language, without asking the database."""
        above = self.sections_above
        return above[-1].language if above else self.locale.language_code

    @property
    def link(self) -> str:
        """The address without host, as `url` gives it, but without asking the database."""
        above = self.sections_above
        return above[-1].address_of(self.url_path) if above else self.url

    def get_alternates(self) -> list[tuple[str, str]]:
        """(language, address) of each published translation, this page's own included."""
        if section := self.own_section:
            return [(other.language, other.url) for other in translations_of(section)]
        pages = with_address(self.get_translations(inclusive=True)).select_related("locale")
        return [(page.locale.language_code, page.url) for page in pages]

    def get_breadcrumbs(self) -> list[tuple[str, str]]:
        """(title, address) from the home down to this page's parent."""
        return [
            (section.title, section.url) for section in self.sections_above if section.pk != self.pk
        ]

    @property
    def share_card(self) -> ShareCard | None:
        """What it is announced with where it has no picture."""
        return ShareCard(self.title)

    @cached_property
    def own_section(self) -> Section | None:
        return next((one for one in self.sections_above if one.pk == self.pk), None)
