import datetime as dt
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from resources.certainty import Certainty
from resources.models import (
    AdvanceSimulatorPage,
    ChecklistPage,
    Figure,
    FigureValue,
    Gap,
    GapReport,
    GapsPage,
    GuidePage,
    HourlyRatePage,
    Need,
    Organisation,
    OrganisationsPage,
    PriceListPage,
    PriceRow,
    ResourcesPage,
    TrainingPage,
    TrainingsPage,
)
from resources.prices import Unit


class FigureValueFactory(DjangoModelFactory):
    class Meta:
        model = FigureValue

    amount = Decimal("50000")
    valid_from = dt.date(2025, 1, 1)
    source_name = "AED"
    source_url = "https://pfi.public.lu/"
    certainty = Certainty.OFFICIAL
    reviewed_on = dt.date(2026, 1, 15)

    class Params:
        doubtful = factory.Trait(certainty=Certainty.WEAK, to_confirm=True)


class FigureFactory(DjangoModelFactory):
    class Meta:
        model = Figure
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"figure-{number}")
    names = {"fr": "Plafond", "en": "Ceiling"}
    units = {"fr": "€"}
    value = factory.RelatedFactory(FigureValueFactory, factory_related_name="figure")


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    slug = factory.Sequence(lambda number: f"organisation-{number}")
    names = {"fr": "Office du Ducroire", "en": "Office du Ducroire"}
    offers = {"fr": "Aide à l’export", "en": "Help to export"}
    url = "https://odl.lu/"


class NeedFactory(DjangoModelFactory):
    class Meta:
        model = Need

    slug = factory.Sequence(lambda number: f"need-{number}")
    names = {"fr": "Trouver un client", "en": "Find a client"}
    purpose = "export"


class GapFactory(DjangoModelFactory):
    class Meta:
        model = Gap

    titles = {"fr": "Un modèle de contrat", "en": "A model contract"}


class GapReportFactory(DjangoModelFactory):
    class Meta:
        model = GapReport

    text = "Un modèle de contrat en allemand"


class ResourcePageFactory(DjangoModelFactory):
    """A published page below the resources of `language`; `draft=True` for one that is not."""

    class Meta:
        abstract = True

    class Params:
        language = "fr"
        draft = factory.Trait(live=False)

    title = "Une aide"
    introduction = "Pour qui commence."
    locale = factory.LazyAttribute(lambda page: Locale.objects.get(language_code=page.language))

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        parent = ResourcesPage.objects.get(locale=kwargs["locale"])
        return parent.add_child(instance=model_class(**kwargs))


class GuidePageFactory(ResourcePageFactory):
    class Meta:
        model = GuidePage

    title = "Exporter"
    slug = factory.Sequence(lambda number: f"guide-{number}")
    body = [("section", {"heading": "Avant de partir", "text": "<p>Demandez d’abord.</p>"})]


def item(title="Publier les critères", **changes):
    """A checklist item as its block stores it, for everyone, before the deadline."""
    value = {
        "title": title,
        "explanation": "",
        "doors": ["launch", "answer"],
        "kinds": ["tender", "contest"],
        "phase": "before",
        "days_before": None,
        "figures": [],
        "source_name": "",
        "source_url": "",
    }
    return ("item", {**value, **changes})


class ChecklistPageFactory(ResourcePageFactory):
    class Meta:
        model = ChecklistPage

    title = "Marchés et concours"
    slug = factory.Sequence(lambda number: f"liste-{number}")
    items = factory.LazyFunction(lambda: [item()])


class PriceListPageFactory(ResourcePageFactory):
    class Meta:
        model = PriceListPage

    title = "Prix observés"
    slug = factory.Sequence(lambda number: f"prix-{number}")


class PriceRowFactory(DjangoModelFactory):
    class Meta:
        model = PriceRow

    services = {"fr": "Portrait", "en": "Portrait photograph"}
    unit = Unit.HOUR
    low = Decimal("60")
    typical = Decimal("80")
    high = Decimal("120")
    observations = 12
    year = 2024
    source_name = {"fr": "Enquête", "en": "Survey"}
    source_url = "https://example.org/survey"


class AdvanceSimulatorPageFactory(ResourcePageFactory):
    class Meta:
        model = AdvanceSimulatorPage

    title = "Simulateur d’avances"
    slug = factory.Sequence(lambda number: f"simulateur-{number}")


class HourlyRatePageFactory(ResourcePageFactory):
    class Meta:
        model = HourlyRatePage

    title = "Mon tarif"
    slug = factory.Sequence(lambda number: f"tarif-{number}")


class TrainingPageFactory(ResourcePageFactory):
    class Meta:
        model = TrainingPage

    title = "BTS Game Art"
    slug = factory.Sequence(lambda number: f"bts-{number}")
    school = "Lycée des Arts et Métiers"
    level = "bts"
    programme = "<p>Dessiner des jeux.</p>"


class RoomFactory(ResourcePageFactory):
    """A list below the resources, of those there is one per language."""

    class Meta:
        abstract = True


class OrganisationsPageFactory(RoomFactory):
    class Meta:
        model = OrganisationsPage

    title = "Qui aide"
    slug = "organisations"


class GapsPageFactory(RoomFactory):
    class Meta:
        model = GapsPage

    title = "Ce qui manque"
    slug = "manques"


class TrainingsPageFactory(RoomFactory):
    class Meta:
        model = TrainingsPage

    title = "Formations"
    slug = "formations"
